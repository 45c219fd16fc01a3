import { decodeBase64 } from '../wrappers/base64.ts';
import { percentDecoded } from '../wrappers/percent.ts';

const ROUNDS = 3;
const BASE64 = /[A-Za-z\d+/_-]{12,}/g;
/** What is Base64 of a text begins so, and is not of small letters alone. */
const TEXT = /^[I-fw-z\d](?=.*[A-Z\d])/;
const HEX = /^(?:[2-7][\da-f]){8,}$/i;
const UTF16 = /^(?:[^\0]\0)+$/;
const PREFIXES = [1, 2, 3];
const LONGEST_ADDRESS = 500;
const PRINTABLE = /^[\P{C}\t\r\n\u200b-\u200d]+$/u;

/** A value in the forms that can be read out of it: percent-decoded until nothing is left to decode, and what is Base64 or hex in it. */
export function readings(value: string): string[] {
  const text = unescaped(value);
  const inner = encodedIn(text).map(unescaped);
  return [text, ...inner, ...inner.flatMap(encodedIn)];
}

/** Percent-decoded as often as it was encoded, up to a limit. */
export function unescaped(value: string): string {
  let text = value;
  for (let round = 0; round < ROUNDS && text.includes('%'); round++) text = percentDecoded(text);
  return text;
}

function encodedIn(text: string): string[] {
  return [...text.matchAll(BASE64)].flatMap(([run]) => textOf(run) ?? behindPrefix(run) ?? []);
}

function textOf(run: string): string | undefined {
  if (!TEXT.test(run)) return undefined;
  const read = HEX.test(run)
    ? fromHex(run)
    : (decodeBase64(run) ?? (run.length % 4 ? decodeBase64(run.slice(0, run.length & ~3)) : undefined));
  const text = read && UTF16.test(read) ? read.replaceAll('\0', '') : read;
  return text && PRINTABLE.test(text) ? text : undefined;
}

/** A kit may put letters of its own before its victim's address. */
function behindPrefix(run: string): string | undefined {
  if (run.length > LONGEST_ADDRESS) return undefined;
  return PREFIXES.map((length) => textOf(run.slice(length))).find((text) => text?.includes('@'));
}

function fromHex(run: string): string {
  return run.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}
