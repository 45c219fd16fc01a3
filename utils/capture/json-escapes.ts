/** What ends a URL in a string of JSON: lines, tabs, quotes and what HTML has around it. */
const END = /\\(?:[nrt"]|u00(?:0[9ad]|2[02]|3[ce]))/i;
const ESCAPED = /\\(?:u00([2-7][\da-f])|\/)/gi;

/** Where a URL in a string of JSON ends by an escape; -1 where by none. */
export function jsonEnd(run: string): number {
  return run.search(END);
}

/** A URL's part as it is outside JSON. */
export function unescaped(rest: string): string {
  return rest.replace(ESCAPED, (_, code?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : '/',
  );
}
