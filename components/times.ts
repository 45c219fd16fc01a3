import { HOUR, MINUTE, SECOND } from '@/utils/analyses/time.ts';
import { language, t } from '@/utils/browser/i18n.ts';

const DAY = 24 * HOUR;
const AGE_UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

const made = new Map<string, unknown>();

/** What is made once for each way of writing: a list asks for the same ones with every row that it draws. */
function once<T>(name: string, make: () => T): T {
  const known = (made.get(name) as T | undefined) ?? make();
  made.set(name, known);
  return known;
}

/** A time to come, as exactly as is of use: with seconds when it is near, with the day when it is another one. */
export function clock(time: number, now: number): string {
  const isNear = time - now < 3 * MINUTE;
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(isNear && { second: '2-digit' }),
    ...(!isToday && { weekday: 'short' }),
  }).format(Math.ceil(time / SECOND) * SECOND);
}

/** How long ago a time was, in its largest unit: "now", "2 min", "3 hr". */
export function age(time: number, now: number): string {
  const past = now - time;
  const unit = AGE_UNITS.find(([, length]) => past >= length);
  if (!unit) return t('age_now');
  const [name, length] = unit;
  const format = once(
    name,
    () => new Intl.NumberFormat(language(), { style: 'unit', unit: name, unitDisplay: 'short' }),
  );
  return format.format(Math.floor(past / length));
}

/** A time to the second, in the user's zone and in UTC. */
export function exact(time: number): string {
  const local = once(
    'exact',
    () => new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }),
  ).format(time);
  const date = new Date(time);
  const [utcDay, utcTime] = date.toISOString().slice(0, 19).split('T');
  const isSameDay = date.getDate() === date.getUTCDate();
  return t('time_exact', local, isSameDay ? `${utcTime}` : `${utcDay} ${utcTime}`);
}
