import { decodeBase64 } from './base64.ts';
import { percentDecoded } from './percent.ts';
import { valuesOf } from './query.ts';
import { hosts, isOn, restOf, type Wrapper } from './wrapper.ts';

/**
 * Proofpoint URL Defense, versions 1 to 3.
 * @see https://help.proofpoint.com/Threat_Insight_Dashboard/Concepts/How_do_I_decode_a_rewritten_URL%3F
 */
export const PROOFPOINT = {
  by: 'Proofpoint',
  isAt: hosts('urldefense.proofpoint.com', 'urldefense.com', 'urldefense.us'),
  textsIn(url) {
    if (isOn(url, ['/v1/url'])) return valuesOf(url, ['u']).map(unescaped);
    if (isOn(url, ['/v2/url'])) return valuesOf(url, ['u']).map(decodeV2).map(unescaped);
    const text = decodeV3(restOf(url));
    return text === undefined ? [] : [text];
  },
} as const satisfies Wrapper;

/** Versions 1 and 2 wrapped a link as it stood in HTML, and the vendor's decoder unescapes it. */
function unescaped(text: string): string {
  return text.replaceAll('&amp;', '&');
}

/** Version 2 writes `-` for `%` and `_` for `/`. */
function decodeV2(text: string): string {
  return percentDecoded(text.replaceAll('-', '%').replaceAll('_', '/'));
}

const START = '/v3/__';
const END = '__;';

/** Version 3: `/v3/__URL__;CHARACTERS!…`, with `*` in the URL for each character that was taken out of it. */
function decodeV3(rest: string): string | undefined {
  const end = rest.indexOf(END, START.length + 1);
  const stop = rest.indexOf('!', end);
  if (!rest.startsWith(START) || end < 0 || stop < 0) return undefined;
  const characters = decodeBase64(rest.slice(end + END.length, stop));
  // What transport encoded is decoded before: a `%` of the URL's own is among the characters taken out.
  return characters === undefined
    ? undefined
    : filled(percentDecoded(rest.slice(START.length, end)), characters);
}

/** How many characters a run has, by this alphabet from 2 on. */
const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `*` is one character, `**A` a run of two, `**_` one of 65; counted by code points, as the vendor's decoder does. */
function filled(text: string, characters: string): string | undefined {
  const left = Array.from(characters);
  let used = 0;
  let isWhole = true;
  const url = text.replace(/\*(?:\*(.))?/gsu, (_, run?: string) => {
    const length = run === undefined ? 1 : RUNS.indexOf(run) + 2;
    if (length === 1 && run !== undefined) isWhole = false;
    used += length;
    return left.slice(used - length, used).join('');
  });
  return isWhole && used <= left.length ? url : undefined;
}
