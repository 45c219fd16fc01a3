import { listed } from '@/components/words.ts';
import { language } from '@/utils/browser/i18n.ts';

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in its largest unit: "3.4 MB". */
export function fileSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), SIZES.length - 1);
  return unit(bytes / 1000 ** power, SIZES[power] ?? 'byte', power > 0 ? 1 : 0);
}

/** A length in minutes and seconds: "3 min, 18 sec". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return listed([
    ...(minutes > 0 ? [unit(minutes, 'minute')] : []),
    ...(whole % 60 > 0 || minutes === 0 ? [unit(whole % 60, 'second')] : []),
  ]);
}

function unit(amount: number, name: string, maximumFractionDigits = 0): string {
  const format = { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits } as const;
  return new Intl.NumberFormat(language(), format).format(amount);
}
