import { decode } from 'punycode/punycode.es6.js';
import { imitatedBrand, isBrandsOwn } from './brands.ts';
import { isAscii, latinReading, passesForLatin } from './look-alikes.ts';
import { areMixed, scriptsOf } from './scripts.ts';

/**
 * Why a host is not what it looks like.
 * - `mixedScripts`: a label is written in scripts that no language has together; `scripts` by ISO 15924, for `Intl.DisplayNames`.
 * - `imitates`: a label, or a word of it between hyphens, reads as a brand because of look-alikes: other scripts, marks on letters,
 *   digits, `rn` for `m`. A brand that is spelt as it is (`apple-pie.example`) is no imitation in this sense.
 * - `readsAsLatin`: a label is of another script, and reads as `latin`; not where a brand is named for it, nor below a top-level
 *   domain that is of another script itself.
 * - `invisible`: a character is in it that is not seen.
 * - `punctuation`: a character that passes for what ends a host or a label, such as the slash of fractions; `characters` are these.
 */
type HostHint =
  | { kind: 'mixedScripts'; scripts: string[] }
  | { kind: 'imitates'; brand: string }
  | { kind: 'readsAsLatin'; latin: string }
  | { kind: 'invisible' }
  | { kind: 'punctuation'; characters: string[] };

export interface HostForms {
  ascii: string;
  /** As it is meant to be read, where that differs. */
  unicode?: string;
  hints: HostHint[];
}

/** Longer labels no name server knows. */
const LONGEST_LABEL = 63;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zs}\u2800]/u;
/** Like `/`, `.`, `:`, `?`, `#`, and no letters of any language in use; the last ones are, but not behind Latin ones. */
const PUNCTUATION = /[⁄∕⧸╱〳᜵Ⳇꓸ‧꘎։ː∶꞉ʔɂॽꛫ⋕⌗♯]|\u0337|\u0338|(?<=[a-z\d])[ノ丶丿]/gu;

/** Both forms of a host, and what is doubtful about it. `hostname` as `URL` gives it. */
export function hostForms(hostname: string): HostForms {
  const labels = hostname.split('.').map(decoded);
  const unicode = labels.join('.');
  const hints = hintsOf(labels.at(-1) === '' ? labels.slice(0, -1) : labels);
  // What the browser does not take for the same host is not shown as if it were.
  const isSame = unicode !== hostname && URL.parse(`http://${unicode}`)?.hostname === hostname;
  return isSame ? { ascii: hostname, unicode, hints } : { ascii: hostname, hints };
}

/** A label in Unicode; as it is where it is none. */
function decoded(label: string): string {
  if (!label.startsWith('xn--') || label.length > LONGEST_LABEL) return label;
  try {
    return decode(label.slice('xn--'.length));
  } catch {
    return label;
  }
}

function hintsOf(labels: readonly string[]): HostHint[] {
  const isOwn = isBrandsOwn(labels);
  const isUnderLatin = isAscii(labels.at(-1) ?? '');
  const hints = labels.flatMap((label) => {
    if (label.length > LONGEST_LABEL) return [];
    const brands = isOwn ? [] : imitated(label);
    const script = isAscii(label) ? [] : scriptHints(label, isUnderLatin && brands.length === 0);
    return [...script, ...brands];
  });
  return distinct(hints);
}

function scriptHints(label: string, mayReadAsLatin: boolean): HostHint[] {
  const hints: HostHint[] = [];
  const scripts = scriptsOf(label);
  if (areMixed(scripts)) hints.push({ kind: 'mixedScripts', scripts });
  if (mayReadAsLatin && passesForLatin(label)) {
    hints.push({ kind: 'readsAsLatin', latin: latinReading(label) });
  }
  if (INVISIBLE.test(label)) hints.push({ kind: 'invisible' });
  const characters = [...new Set(label.match(PUNCTUATION))];
  if (characters.length > 0) hints.push({ kind: 'punctuation', characters });
  return hints;
}

/** Hyphens part words, and what looks like a hyphen. */
const HYPHENS = /[-‐‑‒–—―−]/;

function imitated(label: string): HostHint[] {
  return label.split(HYPHENS).flatMap((word) => {
    const brand = imitatedBrand(word);
    return brand ? [{ kind: 'imitates' as const, brand }] : [];
  });
}

function distinct(hints: readonly HostHint[]): HostHint[] {
  return [...new Map(hints.map((hint) => [JSON.stringify(hint), hint])).values()];
}
