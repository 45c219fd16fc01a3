const SIGN = '(\\.|dot|:\\/\\/|:|\\/\\/?|@|at)';
const SQUARE = new RegExp(`\\[${SIGN}\\]`, 'gi');
const ROUND = /\((\.|dot)\)/gi;
const CURLY = /\{(\.|dot)\}/gi;
/** Between letters, in a path: nothing else is written so. */
const SURE = /(?<=[\w-])\[(?:\.|dot)\](?=\w)/gi;
/** A URL within a URL. */
const NESTED = /h(?:xx|\*\*)p(s?)(?:\[:\]|:)(?=\/\/)/gi;

/**
 * Path, query and fragment refanged. Brackets are part of many a query (`?a[0]=1&b[.]=2`), so only what the author did to the origin
 * counts as done here, too; in that of a plain URL, what can be nothing else.
 */
export function refangRest(rest: string, origin: string, isDefanged: boolean): string {
  if (!rest) return '';
  if (isDefanged) {
    const [path, query] = parted(withQuery(rest), /[?#]/);
    return refangAll(path, origin) + refangAll(query, origin, '(?!=)');
  }
  const [before, nested] = parted(rest, NESTED);
  const [plainPath, plainQuery] = parted(before, /[?#]/);
  return plainPath.replace(SURE, '.') + plainQuery + (nested && refangAll(nested, '[', '(?!=)'));
}

/** With its first question mark out of brackets. */
function withQuery(rest: string): string {
  const index = rest.search(/[?#]/);
  const isDefanged = /^[[({]\?[\])}]$/.test(rest.slice(Math.max(0, index - 1), index + 2));
  return isDefanged ? `${rest.slice(0, index - 1)}?${rest.slice(index + 2)}` : rest;
}

function parted(text: string, at: RegExp): [string, string] {
  const index = text.search(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index)];
}

function refangAll(text: string, origin: string, notBefore = ''): string {
  if (!text) return text;
  let refanged = text.replace(NESTED, 'http$1:');
  const replaceIn = ({ source, flags }: RegExp) => {
    refanged = refanged.replace(new RegExp(source + notBefore, flags), (_, sign: string) => signOf(sign));
  };
  replaceIn(SQUARE);
  if (/\([.d]/i.test(origin)) replaceIn(ROUND);
  if (/\{[.d]/i.test(origin)) replaceIn(CURLY);
  if (origin.includes('\\.')) refanged = refanged.replaceAll('\\.', '.');
  return origin.includes('\\/') ? refanged.replaceAll('\\/', '/') : refanged;
}

function signOf(sign: string): string {
  const lower = sign.toLowerCase();
  if (lower === 'dot') return '.';
  return lower === 'at' ? '@' : sign;
}
