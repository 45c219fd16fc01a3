import { describe, expect, it, vi } from 'vitest';
import type { Analysis, State } from '@/utils/analyses/analysis.ts';
import type { Row } from '@/utils/background/overview.ts';
import { answerOf, capturedSentence } from './answer.ts';

vi.mock('@/utils/browser/i18n.ts', () => ({
  t: (key: string, ...parts: string[]) => [key, ...parts].join(' '),
  tn: (key: string, count: number, part?: number) => `${key} ${part ?? ''}/${count}`,
  language: () => 'en',
}));

const NOW = 1_800_000_000_000;

/** The newest first, as the overview lists them. */
function rows(first: Partial<Row>, states: [State, State], capturedAt = NOW): Row[] {
  const rowOf = (index: number): Row => {
    const state = states[index];
    return { analysis: { batchId: 'b', state, capturedAt } as Analysis, ...(index === 0 && first) };
  };
  return [rowOf(1), rowOf(0)];
}

const captured = { count: 2, held: 0, refused: 0, since: NOW };
const sentence = (list: Row[], changes = {}) => capturedSentence({ ...captured, ...changes }, list, NOW);

describe('what the popup says of a capture', () => {
  it('is queued before its rows are there', () => {
    expect(sentence([])).toBe('answer_queued /2');
    expect(sentence(rows({}, ['running', 'running'], NOW - 1))).toBe('answer_queued /2');
  });

  it('tells when the first goes out, or that it waits', () => {
    const slot: Partial<Row> = { wait: { wait: { for: 'slot', until: NOW + 9 }, place: 0, at: NOW + 9 } };
    expect(sentence(rows(slot, ['queued', 'queued']))).toContain('answer_goes_out');
    const account: Partial<Row> = { wait: { wait: { for: 'account' }, place: 0, at: null } };
    expect(sentence(rows(account, ['queued', 'queued']))).toBe('answer_waits');
  });

  it('counts what started', () => {
    expect(sentence(rows({}, ['running', 'queued']))).toBe('answer_started 1/2');
    expect(sentence(rows({}, ['running', 'running']))).toBe('answer_started 2/2');
  });

  it('points to the entry where the first did not start', () => {
    expect(sentence(rows({}, ['failed', 'queued']))).toBe('answer_failed');
    expect(sentence(rows({}, ['unconfirmed', 'queued']))).toBe('answer_unconfirmed');
  });

  it('says what is held and why, beside what was queued', () => {
    const sightings = [{ kind: 'reset', start: 1, end: 2, name: 'token' }];
    const held = { analysis: { batchId: 'b', state: 'held', capturedAt: NOW, sightings } } as Row;
    expect(sentence([held], { count: 0, held: 1 })).toBe('answer_held sighted_reset');
    expect(sentence([held, ...rows({}, ['running', 'running'])], { held: 1 })).toBe(
      'sentences answer_held sighted_reset answer_started 2/2',
    );
    expect(sentence([], { count: 0, held: 1 })).toBe('answer_held_plain');
  });

  it('says what the guard saw in what is sent all the same, and how many hosts were refused', () => {
    const [first, second] = rows({}, ['running', 'running']) as [Row, Row];
    const sightings = [{ kind: 'strange', start: 1, end: 2 }];
    const warned = { analysis: { ...first.analysis, sightings } };
    expect(sentence([warned, second], { refused: 2 })).toBe(
      'sentences sentences answer_started 2/2 notify_warned sighted_other answer_refused /2',
    );
  });
});

describe('what the popup says of a reply', () => {
  it('says that it is done, or why it is not', () => {
    expect(answerOf({ ok: true }, 'done', NOW)).toBe('done');
    expect(answerOf({ ok: false, problem: { message: 'analysis_gone' } }, 'done', NOW)).toBe('analysis_gone');
    expect(answerOf(null, 'done', NOW)).toBe('answer_none');
  });

  it('follows what was queued, and does not claim it where nothing was', () => {
    expect(answerOf({ ok: true, queued: 3 }, '', NOW)).toEqual({ ...captured, count: 3 });
    expect(answerOf({ ok: true, queued: 0 }, '', NOW)).toBe('answer_under_way');
    expect(answerOf({ ok: true, queued: 0, held: 1 }, '', NOW)).toEqual({ ...captured, count: 0, held: 1 });
  });
});
