import { describe, expect, it } from 'vitest';
import type { Analysis } from './analysis.ts';
import { NO_NEWS, newsAfter, newsSchema, seenAll, toldOf, unseenAmong, worstUnseen } from './news.ts';
import { queuedAnalysis } from './testing.ts';

const running = (id: string) => queuedAnalysis(id, 0, { state: 'running', lookAt: 1 });
const finished = (id: string, classification: string) =>
  queuedAnalysis(id, 0, { state: 'finished', verdict: { classification, hasRun: true } });

/** The news after each of some states of a batch. */
function story(...states: Analysis[][]) {
  let news = NO_NEWS;
  return states.slice(1).map((after, index) => {
    news = newsAfter(news, states[index] ?? [], after);
    const [untold] = news.untold;
    if (untold) news = toldOf(news, untold);
    return untold ? 'told' : 'silent';
  });
}

describe('a batch', () => {
  it('is told of at its end', () => {
    const a = finished('a', 'NO_THREATS_FOUND');
    const states = [
      [running('a'), running('b')],
      [a, running('b')],
      [a, finished('b', 'KNOWN')],
    ];
    expect(story(...states)).toEqual(['silent', 'told']);
  });

  it('is told of at its first malicious one and at its end', () => {
    const [a, b, c] = [finished('a', 'malicious'), finished('b', 'MALICIOUS'), finished('c', 'KNOWN')];
    const states = [
      [running('a'), running('b'), running('c')],
      [a, running('b'), running('c')],
      [a, b, running('c')],
      [a, b, c],
    ];
    expect(story(...states)).toEqual(['told', 'silent', 'told']);
  });

  it('is told of once where its only one is malicious', () => {
    expect(story([running('a')], [finished('a', 'MALICIOUS')])).toEqual(['told']);
  });

  it('without a report is told of at its deadline', () => {
    expect(story([running('a')], [queuedAnalysis('a', 0, { state: 'noReport' })])).toEqual(['told']);
  });

  it('of which nothing was ever started is not told of as a verdict', () => {
    expect(story([queuedAnalysis('a', 0)], [queuedAnalysis('a', 0, { state: 'failed' })])).toEqual([
      'silent',
    ]);
  });

  it('that turned out malicious is not told of as such again, when others are checked again', () => {
    const [a, none] = [finished('a', 'MALICIOUS'), queuedAnalysis('b', 0, { state: 'noReport' })];
    const other = queuedAnalysis('c', 0, { state: 'noReport' });
    const states = [
      [a, running('b'), running('c')],
      [a, none, running('c')],
      [a, none, other],
    ];
    expect(story(...states)).toEqual(['silent', 'told']);
  });

  it('that came further while the user was told is told of again', () => {
    const told = newsAfter(NO_NEWS, [running('a'), running('b')], [finished('a', 'MALICIOUS'), running('b')]);
    const [first] = told.untold;
    if (!first) throw new Error('nothing to tell');
    const ended = newsAfter(
      told,
      [finished('a', 'MALICIOUS'), running('b')],
      [finished('a', 'MALICIOUS'), finished('b', 'KNOWN')],
    );
    expect(toldOf(ended, first).untold).toHaveLength(1);
    expect(toldOf(told, first).untold).toEqual([]);
  });

  it('is not held up by what can only be sent again', () => {
    const lost = queuedAnalysis('b', 0, { state: 'unconfirmed' });
    expect(story([running('a'), lost], [finished('a', 'KNOWN'), lost])).toEqual(['told']);
  });
});

describe('the worst unseen verdict', () => {
  it('stays until the user looks', () => {
    const bad = newsAfter(NO_NEWS, [running('a')], [finished('a', 'SUSPICIOUS')]);
    const other = { batchId: 'c' };
    const both = newsAfter(bad, [{ ...running('b'), ...other }], [{ ...finished('b', 'KNOWN'), ...other }]);
    expect(both).toMatchObject({ untold: [{ batchId: 'b' }, { batchId: 'c' }] });
    expect(worstUnseen(both)).toBe('suspicious');
    expect(seenAll(both)).toEqual({ untold: both.untold, alarmed: [], unseen: [] });
    expect(worstUnseen(NO_NEWS)).toBeUndefined();
  });

  it('as an older version wrote it takes nothing else along', () => {
    const untold = [{ batchId: 'a', ended: 1 }];
    const old = { untold, alarmed: [], unseen: 'malicious', unseenIn: ['a'] };
    expect(newsSchema.parse(old)).toEqual({ untold, alarmed: [], unseen: [] });
    expect(newsSchema.parse({ untold, alarmed: [] })).toEqual({ untold, alarmed: [], unseen: [] });
  });
});

it('after some of it went, the unseen verdict is the worst of what is left', () => {
  const of = (batchId: string, classification: string) => ({ ...finished(batchId, classification), batchId });
  const bad = { rank: 'malicious' as const };
  const news = {
    ...NO_NEWS,
    unseen: [
      { batchId: 'a', ...bad },
      { batchId: 'b', ...bad },
    ],
  };
  expect(unseenAmong(news, [of('b', 'SUSPICIOUS')])).toEqual({
    ...NO_NEWS,
    unseen: [{ batchId: 'b', rank: 'suspicious' }],
  });
  expect(unseenAmong(news, [])).toEqual(NO_NEWS);
});
