import texts from '@/public/_locales/en/messages.json';

/** `utils/browser/i18n.ts` without a browser, in English: for `vi.mock`. */
export function t(key: keyof typeof texts, ...parts: unknown[]): string {
  return texts[key].message.replace(/\$(\d)/g, (_, place) => String(parts[Number(place) - 1]));
}

export function tn(key: string, count: number, ...parts: unknown[]): string {
  return t(`${key}_${count === 1 ? 'one' : 'other'}` as keyof typeof texts, count, ...parts);
}

export function language(): string {
  return 'en';
}
