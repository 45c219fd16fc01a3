/**
 * The text of standard or URL-safe Base64, with padding or without; `undefined` where it is none, or none of UTF-8.
 * A space was a `+` before a query was decoded.
 */
export function decodeBase64(text: string): string | undefined {
  const body = (text.split('=')[0] ?? '').replace(BREAKS, '');
  if (body.length % 4 === 1 || OTHER.test(body)) return undefined;
  const binary = atob(body.replaceAll('-', '+').replaceAll('_', '/').replaceAll(' ', '+'));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  const read = UTF8.decode(bytes);
  return read.includes('\ufffd') ? undefined : read;
}

/** Mails break long lines. */
const BREAKS = /[\t\n\f\r]+/g;
const OTHER = /[^\w+/ -]/;
/** Marks what is no UTF-8 rather than throws: most of what looks like Base64 is none, and each exception costs far more than to read it. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
