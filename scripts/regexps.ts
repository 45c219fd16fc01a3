import { type CallExpression, type NewExpression, parseSync, Visitor } from 'oxc-parser';
import { analyse } from 'scslre';

/** A regular expression in a source: a literal, or the place of one that is put together. */
export interface Found {
  line: number;
  literal?: { source: string; flags: string };
}

/** The regular expressions of a TypeScript source, in their order. */
export function regexpsIn(path: string, source: string): Found[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  const found: Found[] = [];
  const lineOf = (start: number) => source.slice(0, start).split('\n').length;
  const made = ({ callee, start }: NewExpression | CallExpression) => {
    if (callee.type === 'Identifier' && callee.name === 'RegExp') found.push({ line: lineOf(start) });
  };
  new Visitor({
    Literal(node) {
      if (!('regex' in node) || !node.regex) return;
      const { pattern, flags } = node.regex;
      found.push({ line: lineOf(node.start), literal: { source: pattern, flags } });
    },
    NewExpression: made,
    CallExpression: made,
  }).visit(program);
  return found;
}

/** How a regular expression can take a time that grows faster than its text: in the square, or exponentially. */
export function backtracking(literal: { source: string; flags: string }): string[] {
  return analyse(literal).reports.map(
    ({ type, exponential, character }) =>
      `${type}${exponential ? ', exponential' : ''}, by ${JSON.stringify(character.pick)}`,
  );
}

const COMMON = ['a', 'A', '0', ' ', '.', '-', '/', '<', '=', '\n'];
const REPEATED = 26;
const MOST_MS = 50;

/**
 * What, repeated, takes a regular expression a time that doubles with each: alternatives that begin alike, which the analysis does
 * not see. Tried are its own characters, alone and each with the next.
 */
export function explodesBy(regexp: RegExp): string[] {
  const characters = [...regexp.source];
  const pairs = characters.map((character, index) => character + (characters[index + 1] ?? ''));
  return [...new Set([...COMMON, ...characters, ...pairs])].filter((part) => {
    regexp.lastIndex = 0;
    const start = process.cpuUsage();
    regexp.exec(`${part.repeat(REPEATED)}\0`);
    return process.cpuUsage(start).user > MOST_MS * 1000;
  });
}
