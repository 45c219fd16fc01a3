/**
 * The bytes of a standard Base64 text (RFC 4648 §4), with or without its padding; null where it is none.
 * The document names neither the alphabet nor the padding, and shows both unpadded values.
 */
export function decodeBase64(text: string): Buffer | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const unpadded = text.replaceAll('=', '');
  const hasWrongPadding = unpadded.length < text.length && text.length % 4 !== 0;
  if (hasWrongPadding) return null;
  const bytes = Buffer.from(unpadded, 'base64');
  return encodeBase64(bytes) === unpadded ? bytes : null;
}

/** The bytes of base64url (RFC 4648 §5) without padding, the only form that goes into a path; null where it is none. */
export function decodeBase64Url(text: string): Buffer | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** Unpadded, as in the document's and in real answers. */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
