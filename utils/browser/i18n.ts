import { browser } from 'wxt/browser';
import type { MessageKey } from '@/utils/background/texts.ts';

export type { MessageKey };

/** What a text exists of as `<key>_one` and `<key>_other`. */
type CountedKey<Key = MessageKey> = Key extends `${infer Base}_one` ? Base : never;

/** Texts without parts to fill in: a list asks for the same ones with every row, and asking the browser takes its time. */
const known = new Map<MessageKey, string>();

/** The text in the user's language, with `$1` … filled in; numbers as that language writes them. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  if (substitutions.length > 0) return browser.i18n.getMessage(key as never, substitutions.map(written));
  const text = known.get(key) ?? browser.i18n.getMessage(key as never);
  known.set(key, text);
  return text;
}

let numbers: Intl.NumberFormat | undefined;

function written(part: string | number): string {
  if (typeof part === 'string') return part;
  numbers ??= new Intl.NumberFormat(language());
  return numbers.format(part);
}

/** The text's form for this number, which is its `$1`. */
export function tn(key: CountedKey, count: number, ...substitutions: (string | number)[]): string {
  const form = new Intl.PluralRules(language()).select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}`, count, ...substitutions);
}

/** The language of the texts, for what `Intl` writes. */
export function language(): string {
  return t('language');
}

/** A time of today as the user's clock shows it, with seconds: `12:04:10`. */
export function timeOfDay(time: number): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: 'medium', hourCycle: 'h23' }).format(time);
}
