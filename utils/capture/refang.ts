import { readAt } from './defang-marks.ts';
import { readHost } from './read-host.ts';
import { type Origin, readOrigin } from './read-origin.ts';
import { refangRest } from './refang-rest.ts';

/**
 * A field's text as it was before somebody defanged it (`hxxps[:]//evil[.]com`), for one that holds one URL, host or e-mail
 * address. What needs no refanging comes through as it is.
 */
export function refang(text: string): string {
  const start = text.search(/\S/);
  if (start < 0) return text;
  const origin = readOrigin(text, start);
  if (!origin || (origin.scheme && !origin.scheme.isWeb)) return text;
  const head = text.slice(0, origin.start);
  const at = origin.scheme ? undefined : readAt(text, origin.end);
  if (at)
    return (
      head +
      origin.url +
      '@' +
      (readHost(text, at, false)?.name ?? '') +
      text.slice(readHost(text, at, false)?.end ?? at)
    );
  if (!isUrl(origin)) return text;
  const rest = text.slice(origin.end);
  return head + origin.url + refangRest(rest, text.slice(origin.start, origin.end), origin.isDefanged);
}

function isUrl({ scheme, host }: Origin): boolean {
  return Boolean(scheme) || (host?.labels.length ?? 0) > 1;
}
