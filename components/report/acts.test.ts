import { describe, expect, it, vi } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { createActs } from './acts.ts';

vi.mock('@/utils/browser/i18n.ts', () => ({
  t: (key: string, ...parts: unknown[]) => [key, ...parts].join(' ').trim(),
  tn: (key: string, count: number) => `${key} ${count}`,
  language: () => 'en',
}));

const BUCKET = 'https://bucket.reversinglabs.com/x.7z?sig=1';
const analysis = queuedAnalysis('a', 0, {
  state: 'finished',
  started: { analysisId: 'id-1', sha1: '', url: '' },
});

function stage(reply: Reply | Error) {
  const state = {
    now: 0,
    reply,
    sent: [] as Command[],
    opened: [] as string[],
    saved: [] as string[][],
    answers: [] as string[],
  };
  const acts = createActs({
    now: () => state.now,
    send: async (command) => {
      state.sent.push(command);
      if (state.reply instanceof Error) throw state.reply;
      return state.reply;
    },
    onLink: async (url) => {
      state.opened.push(url);
    },
    onSave: (...saved) => state.saved.push(saved),
    onAnswer: ({ sentence }) => state.answers.push(sentence),
    onLinks: () => {},
  });
  return { state, acts };
}

describe('what a report links to', () => {
  it('is fetched once, and opened; what is opened within 50 minutes costs nothing more', async () => {
    const { state, acts } = stage({ ok: true, links: { pcap: BUCKET } });
    await acts.open(analysis, 'pcap');
    expect(state.sent).toEqual([{ name: 'fetchReport', id: 'a', want: 'links' }]);
    expect(state.opened).toEqual([BUCKET]);
    expect(state.answers).toEqual(['report_fetching', 'report_opened report_pcap']);
    state.now = 49 * MINUTE;
    await acts.open(analysis, 'screenshots');
    expect(state.sent).toHaveLength(1);
    expect(state.answers.at(-1)).toBe('report_no_artefact report_screenshots');
    state.now = 51 * MINUTE;
    await acts.open(analysis, 'pcap');
    expect(state.sent).toHaveLength(2);
  });

  it('is fetched for each analysis by itself', async () => {
    const { state, acts } = stage({ ok: true, links: { pcap: BUCKET } });
    await acts.open(analysis, 'pcap');
    await acts.open({ ...analysis, id: 'b' }, 'pcap');
    expect(state.sent).toHaveLength(2);
  });

  it('is not opened where it leads elsewhere', async () => {
    const { state, acts } = stage({ ok: true, links: { pcap: 'https://evil.test/x' } });
    await acts.open(analysis, 'pcap');
    expect(state.opened).toEqual([]);
    expect(state.answers.at(-1)).toBe('report_elsewhere report_pcap hxxps[:]//evil[.]test/x');
  });

  it('is asked for once where the button is pressed twice', async () => {
    const { state, acts } = stage({ ok: true, links: { pcap: BUCKET } });
    await Promise.all([acts.open(analysis, 'pcap'), acts.open(analysis, 'pcap')]);
    expect(state.sent).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  it.each([
    [{ ok: false, problem: { message: 'ask_too_many', substitutions: ['12:04'] } }, 'ask_too_many 12:04'],
    [{ ok: false, error: { kind: 'notFound', status: 404, detail: 'x' } }, 'report_error_notFound'],
    [
      { ok: false, error: { kind: 'forbidden', status: 403, detail: 'see http://a.test' } },
      'report_and_words report_error_forbidden https://a.test service_words 403 see hxxp[:]//a[.]test',
    ],
    [
      { ok: false, error: { kind: 'tooLarge', status: 413 } },
      'report_and_words report_error_refused https://a.test service_words_none 413',
    ],
    [{ ok: false, error: { kind: 'intercepted' } }, 'error_intercepted https://a.test'],
    [new Error('no background'), 'answer_none'],
  ] as [Reply | Error, string][])('%j is said in words', async (reply, sentence) => {
    const { state, acts } = stage(reply);
    await acts.open(analysis, 'pcap');
    expect(state.answers.at(-1)).toContain(sentence);
    expect(state.opened).toEqual([]);
  });
});

describe('the other acts', () => {
  it('save the report as it came', async () => {
    const { state, acts } = stage({ ok: true, body: '{"rl":1}' });
    await acts.save(analysis);
    expect(state.sent).toEqual([{ name: 'fetchReport', id: 'a', want: 'body' }]);
    expect(state.saved).toEqual([['{"rl":1}', 'id-1']]);
  });

  it('send the URL again to the same platform, and say where it is under way already', async () => {
    const { state, acts } = stage({ ok: true, queued: 1 });
    await acts.runAgain(analysis);
    expect(state.sent).toEqual([{ name: 'detonate', text: analysis.href, platforms: ['linux'] }]);
    expect(state.answers.at(-1)).toBe('report_queued');
    state.reply = { ok: true, queued: 0 };
    await acts.runAgain(analysis);
    expect(state.answers.at(-1)).toBe('answer_under_way');
  });

  it('keep private what is, when it is sent again', async () => {
    const { state, acts } = stage({ ok: true, queued: 1 });
    await acts.runAgain({ ...analysis, id: 'a~' });
    expect(state.sent).toMatchObject([{ name: 'detonate', isPrivate: true }]);
  });

  it('ask for the report, or its brief, now', async () => {
    const { state, acts } = stage({ ok: true });
    await acts.check(analysis);
    await acts.fetchBrief(analysis);
    expect(state.sent).toEqual([
      { name: 'check', ids: ['a'] },
      { name: 'fetchReport', id: 'a', want: 'brief' },
    ]);
    expect(state.answers.at(-1)).toBe('report_fetched');
  });
});
