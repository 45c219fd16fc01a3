import { endOf, type Mark, readDot } from './defang-marks.ts';
import { isSpacedTopLevel, isTopLevel } from './top-level.ts';

/** Names or numbers joined by dots, in whatever notation they stand. */
export interface Host {
  end: number;
  labels: string[];
  /** With plain dots, and a last one where it is written before a port or a path. */
  name: string;
  /** Its surest notation. */
  kind: Mark['kind'];
}

// Text without spaces between words is glued to hosts: such a script is a label of its own.
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const WORD = new RegExp(`(?:(?![${CJK}])[\\p{L}\\p{M}\\p{N}_-])+|[${CJK}\\p{M}]+`, 'uy');
const LABEL = /[\p{L}\p{M}\p{N}\p{So}\p{Join_Control}_%~-]+/uy;
const GLUED = new RegExp(`^[a-z]+(?=[${CJK}])`, 'iu');
const IPV6 = /\[(?:[\da-f:.]|\[:{1,2}\]|\[\.\]){2,90}\]/iy;
const SURENESS: readonly Mark['kind'][] = ['plain', 'spaced', 'loose', 'bracketed'];
/** Longer than any: what is read beyond it is none. */
const LONGEST = 300;

/** The end of the word at `at`; `at` itself where none begins. */
export function wordEnd(text: string, at: number): number {
  return endOf(WORD, text, at) ?? at;
}

/** The host at `at`. Behind a scheme it may have characters and a last dot that it has nowhere else. */
export function readHost(text: string, at: number, hasScheme: boolean): Host | undefined {
  const pattern = hasScheme ? LABEL : WORD;
  const labels: string[] = [];
  let kind: Mark['kind'] = 'plain';
  let start = at;
  let end = endOf(pattern, text, at);
  if (!end) return undefined;
  let last = end;
  for (;;) {
    // The rest of what is too long is read as well, or it would be read from each of its parts again.
    if (labels.length < LONGEST) labels.push(text.slice(start, end));
    last = end;
    const dot = readDot(text, end);
    const next = dot && endOf(pattern, text, dot.end);
    if (!dot || !next || (dot.kind === 'spaced' && !isSpacedHost(text, dot.end, next))) break;
    if (SURENESS.indexOf(dot.kind) > SURENESS.indexOf(kind)) kind = dot.kind;
    start = dot.end;
    end = next;
  }
  return finished(text, last, labels, kind, hasScheme);
}

/** Whether a dot with spaces around it joins: what follows is a usual end, or has such a dot behind it again. */
function isSpacedHost(text: string, at: number, end: number): boolean {
  return isSpacedTopLevel(text.slice(at, end)) || readDot(text, end)?.kind === 'spaced';
}

function finished(text: string, end: number, labels: string[], kind: Mark['kind'], hasScheme: boolean): Host {
  if (!hasScheme) return { end, labels, name: labels.join('.'), kind };
  const glued = labels.length > 1 ? GLUED.exec(labels.at(-1) ?? '')?.[0] : undefined;
  if (glued && isTopLevel(glued)) {
    const tooLong = (labels.pop() ?? '').length - glued.length;
    labels.push(glued);
    return { end: end - tooLong, labels, name: labels.join('.'), kind };
  }
  const hasLastDot = text.charAt(end) === '.' && /[/:?#]/.test(text.charAt(end + 1));
  return { end: hasLastDot ? end + 1 : end, labels, name: labels.join('.') + (hasLastDot ? '.' : ''), kind };
}

/** An IPv6 address in its brackets, as it stands in a URL. */
export function readIpv6(text: string, at: number): Host | undefined {
  const end = text.charAt(at) === '[' ? endOf(IPV6, text, at) : undefined;
  if (!end) return undefined;
  const written = text.slice(at, end);
  const name = `[${written.slice(1, -1).replace(/[[\]]/g, '')}]`;
  if (!URL.canParse(`http://${name}/`)) return undefined;
  return { end, labels: [name], name, kind: name === written ? 'plain' : 'bracketed' };
}
