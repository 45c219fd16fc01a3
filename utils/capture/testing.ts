import fc from 'fast-check';

/** A URL as analysts write it; each of them has a way back. */
export type Notation = (url: string) => string;

const ORIGIN = /^(https?):\/\/([^/?#]*)(.*)/is;

/** One that does to scheme, host and the rest what the three say. */
function notation(scheme: (name: string) => string, dot: string, isWhole = false): Notation {
  return (url) => {
    const [, name = '', authority = '', rest = ''] = ORIGIN.exec(url) ?? [];
    const at = authority.lastIndexOf('@') + 1;
    const host = authority.slice(at);
    const written = host.startsWith('[') ? host : host.replaceAll('.', () => dot);
    return scheme(name) + authority.slice(0, at) + written + (isWhole ? rest.replace(/\.(?!=)/g, dot) : rest);
  };
}

const crossed = (name: string) => name.replace('tt', 'xx').replace('TT', 'XX');

export const NOTATIONS: Readonly<Record<string, Notation>> = {
  'hxxp://a[.]b': notation((name) => `${crossed(name)}://`, '[.]'),
  'hxxp://a[.]b/c[.]d': notation((name) => `${crossed(name)}://`, '[.]', true),
  'hxxp[:]//a[.]b': notation((name) => `${crossed(name)}[:]//`, '[.]'),
  'http[:]//a.b': notation((name) => `${name}[:]//`, '.'),
  'http[://]a(.)b': notation((name) => `${name}[://]`, '(.)'),
  'h**p://a{.}b': notation((name) => `${name.replace(/tt/i, '**')}://`, '{.}'),
  'http:\\\\//a[dot]b': notation((name) => `${name}:\\\\//`, '[dot]'),
  'http://a(dot)b': notation((name) => `${name}://`, '(dot)'),
  'http://a {DOT} b': notation((name) => `${name}://`, ' {DOT} '),
  'http://a [.] b': notation((name) => `${name}://`, ' [.] '),
  'http:// a\\.b': notation((name) => `${name}:// `, '\\.'),
  'hxxp://a[.b': notation((name) => `${crossed(name)}://`, '[.'),
  'hxxp://a.]b': notation((name) => `${crossed(name)}://`, '.]'),
  'htxp://a．b': notation((name) => `${name.replace('tt', 'tx')}://`, '．'),
};

const word = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,8}[a-z0-9])?$/);
const host = fc.oneof(
  fc
    .tuple(word, word, fc.constantFrom('com', 'org', 'co.uk', 'test', 'xn--p1ai'))
    .map((some) => some.join('.')),
  fc.ipV4(),
  fc.constant('[2001:db8::1]'),
);
const path = fc.stringMatching(/^(?:\/[a-zA-Z0-9_~.%(),;+-]{1,8}){0,4}\/?$/);
const query = fc.stringMatching(/^(?:\?[a-z]{1,3}(?:\[\d\])?=[a-zA-Z0-9_.:%-]{0,9}(?:&[a-z[\]]{1,3}=x)?)?$/);

/** URLs as `URL` gives them, without user-info. */
export function webUrl(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('http', 'https'), host, fc.constantFrom('', ':8080'), path, query)
    .map(([scheme, name, port, ...rest]) => `${scheme}://${name}${port}${rest.join('')}`)
    .filter((text) => URL.canParse(text) && !text.includes('(.)'))
    .map((text) => new URL(text).href);
}
