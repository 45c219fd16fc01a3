import { percentDecoded } from './percent.ts';

/** The values of a query's parameters of these names, decoded as forms are; names are told apart by case. */
export function valuesOf(url: URL, names: readonly string[]): string[] {
  return pairsOf(url)
    .filter(([name]) => names.includes(name))
    .map(([, value]) => percentDecoded(value.replaceAll('+', ' ')));
}

const UNENCODED = /^https?:\/\//i;

/** The same for a parameter that comes last: a URL that is not encoded goes on to the query's end, with every `&` in it. */
export function lastValueOf(url: URL, name: string): string[] {
  const pairs = pairsOf(url);
  const first = pairs.findIndex(([other, value]) => other === name && UNENCODED.test(value));
  if (first < 0) return valuesOf(url, [name]);
  return [
    url.search
      .slice(1)
      .split('&')
      .slice(first)
      .join('&')
      .slice(name.length + 1),
  ];
}

function pairsOf(url: URL): [name: string, value: string][] {
  return url.search
    .slice(1)
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    });
}
