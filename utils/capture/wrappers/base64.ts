/**
 * The text of standard or URL-safe Base64, with padding or without; `undefined` where it is none, or none of UTF-8.
 * A space was a `+` before a query was decoded.
 */
export function decodeBase64(text: string): string | undefined {
  const [body = ''] = text.split('=');
  try {
    const binary = atob(body.replaceAll('-', '+').replaceAll('_', '/').replaceAll(' ', '+'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
