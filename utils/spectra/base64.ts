/**
 * Standard Base64 with padding (RFC 4648 §4) of the text's UTF-8 bytes.
 * TCA-0207 does not name an alphabet; this one is read by every common decoder.
 */
export function encodeBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  // One character a byte: btoa alone throws on text beyond Latin-1. Joined piecewise, since a spread argument list is limited.
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary);
}

/** The same as base64url without padding (RFC 4648 §5), as it stands in a path. */
export function encodeBase64Url(text: string): string {
  return encodeBase64(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
