/** An ASCII character, or one of more bytes. */
const ESCAPES = /%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f]){1,3}/gi;

/** Percent-decoded; what is no UTF-8 stays as it is, since the target's server gets those very bytes. Never throws. */
export function percentDecoded(text: string): string {
  return text.replace(ESCAPES, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
