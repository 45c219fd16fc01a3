import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { backtracking, explodesBy, regexpsIn } from './regexps.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['utils', 'components', 'emulator', 'entrypoints']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !/\.(?:test|long)\.tsx?$/.test(path))
  .map((path) => ({ path, found: regexpsIn(path, readFileSync(join(ROOT, path), 'utf8')) }));

describe('no regular expression backtracks', () => {
  it('that stands as a literal', () => {
    const literals = SOURCES.flatMap(({ path, found }) =>
      found.flatMap(({ line, literal }) => (literal ? [{ at: `${path}:${line}`, literal }] : [])),
    );
    expect(literals.length).toBeGreaterThan(400);
    const unsafe = literals.flatMap(({ at, literal }) => backtracking(literal).map((how) => `${at} ${how}`));
    expect(unsafe).toEqual([]);
    const exploding = literals.filter(
      ({ literal }) => explodesBy(new RegExp(literal.source, literal.flags)).length > 0,
    );
    expect(exploding).toEqual([]);
  });

  const built = SOURCES.filter(({ found }) => found.some(({ literal }) => !literal)).map(({ path }) => path);

  it.each(built)('that %s puts together', async (path) => {
    const made: RegExp[] = [];
    const Recorded = new Proxy(RegExp, {
      construct(target, [pattern, flags]: [string, string?]) {
        const regexp = new target(pattern, flags);
        if (new Error().stack?.includes(path)) made.push(regexp);
        return regexp;
      },
    });
    vi.resetModules();
    vi.stubGlobal('RegExp', Recorded);
    try {
      const module = (await import(join(ROOT, path))) as Record<string, unknown>;
      // One that is put together when a text is read, and not before.
      const { refangRest } = module as { refangRest?: (...parts: [string, string, boolean]) => string };
      refangRest?.('/a[.]b?c=(.)', 'hxxp://a[.]b(.)c{.}d', true);
    } finally {
      vi.unstubAllGlobals();
    }
    expect(made.length).toBeGreaterThan(0);
    expect(made.flatMap((regexp) => backtracking(regexp).map((how) => `${regexp} ${how}`))).toEqual([]);
  });
});

describe('what backtracks is told', () => {
  it.each(['(a+)+$', '\\s+$', '^a*a*b', '<[^>]*>'])('/%s/', (source) => {
    expect(backtracking({ source, flags: '' })).not.toEqual([]);
  });

  it.each(['^a+b', '(?<!a)a+', '<[^<>]*>', 'a{1,20}$'])('/%s/ does not', (source) => {
    expect(backtracking({ source, flags: '' })).toEqual([]);
  });

  it.each(['^(?:a|a)*b', '^(?:a|ab|b)*c', '^(?:\\w|_)*!'])(
    '/%s/, whose alternatives begin alike',
    (source) => {
      expect(explodesBy(new RegExp(source))).not.toEqual([]);
    },
  );

  it('in whatever place of a source it stands', () => {
    const source =
      'const a = <p>{"/x/"}</p>;\n// /y/\nconst b = /(a+)+$/u.test(`/z/` + /c/) || new RegExp(a);';
    expect(regexpsIn('a.tsx', source)).toEqual([
      { line: 3, literal: { source: '(a+)+$', flags: 'u' } },
      { line: 3, literal: { source: 'c', flags: '' } },
      { line: 3 },
    ]);
  });
});
