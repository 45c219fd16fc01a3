import { describe, expect, it } from 'vitest';
import { KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS } from '@/utils/analyses/settings.ts';
import { HOUR, MINUTE, SECOND } from '@/utils/analyses/time.ts';
import type { ReportOutcome } from '@/utils/spectra/client.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import { commandSchema } from './commands.ts';
import { createTestWorld, rest } from './testing/world.ts';

const LINK = { menuItemId: 'link/linux', linkUrl: 'http://bad.test/' };
const NOT_YET: ReportOutcome = { error: { kind: 'notFound', status: 404 } };

function reportOf(classification: string): ReportOutcome {
  const brief = briefWith(classification, { riskScore: 9, threats: ['Phishing.Generic'] });
  return { report: { brief, links: { pcap: 'https://bucket.test/p' }, body: '{}' } };
}

/** A command as a page sends it. */
const parsed = (command: object) => commandSchema.parse(command);

/** A background with one analysis that was just started. */
async function running(link = LINK) {
  const world = createTestWorld();
  const background = world.start();
  await background.menuClicked(link);
  await rest();
  const startedAt = world.state.now;
  const minutes = () => world.state.reportsAsked.map(({ at }) => (at - startedAt) / MINUTE);
  const [analysis] = await world.store.recent();
  if (!analysis) throw new Error('nothing was captured');
  return { ...world, background, minutes, id: analysis.id, startedAt };
}

describe('a report', () => {
  it('is asked for after three minutes, then so often that it is noticed within two', async () => {
    const { pass, background, minutes } = await running();
    await pass(background, 20 * MINUTE);
    const asked = minutes();
    expect(asked[0]).toBeCloseTo(3, 1);
    const gaps = asked.slice(1).map((time, index) => time - (asked[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(2);
    expect(Math.max(...asked)).toBeGreaterThan(18);
  });

  it('is later noticed within 15 % of its age', async () => {
    const { pass, background, minutes } = await running();
    await pass(background, 2 * HOUR);
    const asked = minutes().filter((time) => time > 20);
    const shares = asked.slice(1).map((time, index) => (time - (asked[index] ?? 0)) / time);
    expect(Math.max(...shares)).toBeLessThan(0.15);
    expect(asked.length).toBeLessThan(25);
  });

  it('becomes a verdict, a brief, a notice and a badge', async () => {
    const { pass, background, state, store, local, id } = await running();
    await pass(background, 4 * MINUTE);
    state.report = () => reportOf('MALICIOUS');
    await pass(background, 2 * MINUTE);
    const [analysis] = await store.analyses([id]);
    expect(analysis).toMatchObject({
      state: 'finished',
      verdict: { classification: 'MALICIOUS', riskScore: 9, threat: 'Phishing.Generic', hasRun: true },
    });
    expect(analysis).not.toHaveProperty('lookAt');
    expect(local.items[`brief:${id}`]).toMatchObject({ classification: 'MALICIOUS' });
    const notice = state.notices.find((one) => one.id.startsWith('verdict:'));
    expect(notice?.title).toContain('verdict_malicious');
    expect(notice?.message).toContain('Phishing.Generic');
    expect(notice?.message).toContain('platform_linux_name');
    expect(state.badge).toMatchObject({ text: 'verdict_malicious_letter', verdict: 'malicious' });
    expect(state.alarm).toBeNull();
    const { length } = state.reportsAsked;
    await pass(background, 5 * HOUR);
    expect(state.reportsAsked).toHaveLength(length);
    await background.command({ name: 'look' });
    await rest();
    expect(state.badge?.text).toBe('');
    await background.noticeClicked(notice?.id ?? '');
    expect(state.reportsOpened).toEqual([analysis?.batchId]);
  });

  it('that is not there at the deadline is none, until the user checks again', async () => {
    const { pass, background, state, store, id } = await running();
    await pass(background, 3 * HOUR);
    expect((await store.analyses([id]))[0]).toMatchObject({ state: 'noReport', error: { kind: 'notFound' } });
    expect(state.alarm).toBeNull();
    expect(state.notices.some((one) => one.id.startsWith('verdict:'))).toBe(true);
    await background.command({ name: 'check', ids: [id] });
    await rest();
    expect((await store.analyses([id]))[0]?.state).toBe('noReport');
    state.report = () => reportOf('SUSPICIOUS');
    await background.command({ name: 'check', ids: [id] });
    await rest();
    expect((await store.analyses([id]))[0]?.state).toBe('finished');
  });

  it('is asked for at once after a long sleep, before any deadline counts', async () => {
    const { background, state, store, id } = await running();
    state.report = () => reportOf('NO_THREATS_FOUND');
    state.now += 9 * HOUR;
    state.elapsed += 9 * HOUR;
    await background.tick();
    expect((await store.analyses([id]))[0]?.state).toBe('finished');
  });

  it('is not given up while the service can’t be asked', async () => {
    const { pass, background, state, store, id } = await running();
    state.report = () => ({ error: { kind: 'serviceFault', status: 503 } });
    await pass(background, 5 * HOUR);
    expect((await store.analyses([id]))[0]?.state).toBe('running');
    expect(state.alarm).not.toBeNull();
    state.report = () => NOT_YET;
    await pass(background, 1 * HOUR);
    expect((await store.analyses([id]))[0]?.state).toBe('noReport');
  });

  it('that makes no sense is "not yet", and holds up no other', async () => {
    const { pass, background, state } = await running();
    state.report = () => ({ error: { kind: 'nonsense', status: 200 } });
    await background.menuClicked({ menuItemId: 'link/linux', linkUrl: 'http://other.test/' });
    await rest();
    await pass(background, 5 * MINUTE);
    expect(new Set(state.reportsAsked.map(({ analysisId }) => analysisId)).size).toBe(2);
  });

  it('is not asked for with credentials that were refused', async () => {
    const { pass, background, state } = await running();
    state.report = () => ({ error: { kind: 'unauthorized', status: 401 } });
    await pass(background, 1 * HOUR);
    expect(state.reportsAsked).toHaveLength(1);
    expect(state.alarm).toBeNull();
    expect(state.badge?.text).toBe('!');
    state.report = () => reportOf('KNOWN');
    await background.command({
      name: 'testConnection',
      credentials: { address: 'https://data.reversinglabs.com', userName: 'u/test/analyst' },
    });
    await rest();
    await pass(background, 1 * HOUR);
    expect(state.reportsAsked).toHaveLength(2);
  });

  it('waits without a time where the account has no right to it', async () => {
    const { pass, background, state, store, id } = await running();
    state.report = () => ({ error: { kind: 'forbidden', status: 403 } });
    await pass(background, 5 * HOUR);
    expect(state.reportsAsked).toHaveLength(1);
    expect((await store.analyses([id]))[0]?.state).toBe('running');
    expect(state.badge?.text).toBe('!');
    expect(state.alarm).toBeNull();
    // Submissions are another right.
    await background.menuClicked({ menuItemId: 'link/linux', linkUrl: 'http://other.test/' });
    await rest();
    expect(state.posts).toHaveLength(2);
  });

  it('is asked for slower after each 429', async () => {
    const { pass, background, state, minutes } = await running();
    state.report = () => ({ error: { kind: 'rateLimited', status: 429 } });
    await pass(background, 1 * HOUR);
    const gaps = minutes().map((time, index, all) => time - (all[index - 1] ?? 0));
    expect(gaps.length).toBeLessThan(12);
    expect(gaps.at(-1)).toBeGreaterThan(4);
  });

  it('of another account is not asked for, and not waited for for ever', async () => {
    const { pass, background, state, store, id } = await running();
    await background.command({
      name: 'saveSettings',
      account: { address: 'https://data.reversinglabs.com', userName: 'u/test/other' },
      password: 'p',
      keep: 'session',
      platforms: ['linux'],
    });
    await rest();
    await pass(background, 1 * HOUR);
    expect(state.reportsAsked).toEqual([]);
    expect((await store.analyses([id]))[0]?.state).toBe('running');
    state.now += 3 * HOUR;
    await background.tick();
    expect((await store.analyses([id]))[0]?.state).toBe('noReport');
    expect(await background.command({ name: 'check', ids: [id] })).toMatchObject({
      problem: { message: 'ask_other_account' },
    });
    await rest();
    expect(state.reportsAsked).toEqual([]);
  });

  it('is told of also where the background died before its notice', async () => {
    const { pass, background, state, start } = await running();
    await pass(background, 4 * MINUTE);
    state.report = () => reportOf('MALICIOUS');
    const dying = start({ notify: () => new Promise(() => undefined) });
    state.now += 2 * MINUTE;
    void dying.tick();
    await rest();
    expect(state.notices.filter(({ id }) => id.startsWith('verdict:'))).toEqual([]);
    await start().tick();
    expect(state.notices.filter(({ id }) => id.startsWith('verdict:'))).toHaveLength(1);
  });
});

describe('what was found is not lost', () => {
  it('by a later body that says less', async () => {
    const { pass, background, state, store, local, id } = await running();
    state.report = () => reportOf('MALICIOUS');
    await pass(background, 4 * MINUTE);
    state.report = () => reportOf('');
    await background.command({ name: 'fetchReport', id, want: 'links' });
    await rest();
    expect((await store.analyses([id]))[0]?.verdict?.classification).toBe('MALICIOUS');
    expect(local.items[`brief:${id}`]).toMatchObject({ classification: 'MALICIOUS' });
  });

  it('to a clock that was set back', async () => {
    const { pass, background, state, store, id } = await running();
    await pass(background, 10 * MINUTE);
    state.now -= 90 * MINUTE;
    state.report = () => reportOf('MALICIOUS');
    await background.tick();
    expect((await store.analyses([id]))[0]?.state).toBe('finished');
  });

  it('where TCA-0403 refuses what TCA-0106 gives, and the other way', async () => {
    const { pass, background, state, store, id } = await running();
    state.history = () => ({ error: { kind: 'quotaUsedUp', status: 429 }, history: [] });
    await background.command({ name: 'lookUp', href: 'http://bad.test/' });
    await rest();
    state.report = () => reportOf('KNOWN');
    await pass(background, 4 * MINUTE);
    expect((await store.analyses([id]))[0]?.state).toBe('finished');
  });

  it('to a pause of TCA-0106, which an answer of TCA-0403 does not end', async () => {
    const { pass, background, state } = await running();
    state.report = () => ({ error: { kind: 'quotaUsedUp', status: 429 } });
    await pass(background, 4 * MINUTE);
    await background.command({ name: 'lookUp', href: 'http://bad.test/' });
    await rest();
    await pass(background, HOUR);
    expect(state.reportsAsked).toHaveLength(1);
    const automatic = { name: 'lookUp', href: 'http://bad.test/', isAutomatic: true } as const;
    const { length } = state.looks;
    expect(await background.command(automatic)).toMatchObject({ problem: { message: 'earlier_waits' } });
    expect(state.looks).toHaveLength(length);
  });
});

describe('twenty look-ups a minute', () => {
  it('are not exceeded after a sleep, and all come in turn', async () => {
    const { state, store, start, pass, local } = createTestWorld();
    const background = start();
    for (let index = 0; index < 45; index++) {
      await background.menuClicked({ menuItemId: 'link/linux', linkUrl: `http://bad.test/${index}` });
      await rest();
    }
    await pass(background, 16 * MINUTE);
    // Nothing was asked for yet in this story: as if all had been started just now.
    state.reportsAsked.length = 0;
    state.report = () => reportOf('KNOWN');
    state.now += 8 * HOUR;
    state.elapsed += 8 * HOUR;
    await background.tick();
    await pass(background, 4 * MINUTE);
    const times = state.reportsAsked.map(({ at }) => at);
    const tooFast = times.filter((time, index) => time - (times[index - 20] ?? 0) < 60 * SECOND);
    expect(tooFast).toEqual([]);
    expect((await store.recent()).every((one) => one.state === 'finished')).toBe(true);
    expect(local.items[KEYS.unfinished]).toEqual([]);
  });
});

describe('what the user wants to be told', () => {
  it.each([
    ['always', 'NO_THREATS_FOUND', 1],
    ['bad', 'NO_THREATS_FOUND', 0],
    ['bad', 'SUSPICIOUS', 1],
    ['never', 'MALICIOUS', 0],
  ] as const)('%s: %s makes %i notices', async (notify, classification, count) => {
    const { pass, background, state } = await running();
    await background.command({ name: 'savePreferences', notify });
    await rest();
    state.report = () => reportOf(classification);
    await pass(background, 4 * MINUTE);
    expect(state.notices.filter(({ id }) => id.startsWith('verdict:'))).toHaveLength(count);
    expect(state.badge?.verdict).toBeDefined();
  });

  it('keeps account, platforms and all else that was set as they are', async () => {
    const { background, store } = await running();
    await background.command(parsed({ name: 'savePreferences', notify: 'bad' }));
    await rest();
    const before = await store.settings();
    expect(before.notify).toBe('bad');
    await background.command(parsed({ name: 'savePreferences', deadline: 4 * HOUR }));
    await rest();
    expect(await store.settings()).toEqual({ ...before, deadline: 4 * HOUR });
    expect(before.deadline).toBe(DEFAULT_SETTINGS.deadline);
  });
});

describe('a question of the user', () => {
  it('fetches fresh links for one look-up', async () => {
    const { pass, background, state, id } = await running();
    state.report = () => reportOf('MALICIOUS');
    await pass(background, 4 * MINUTE);
    const reply = await background.command({ name: 'fetchReport', id, want: 'links' });
    await rest();
    expect(reply).toEqual({ ok: true, links: { pcap: 'https://bucket.test/p' } });
    expect(await background.command({ name: 'fetchReport', id, want: 'body' })).toEqual({
      ok: true,
      body: '{}',
    });
    expect(state.reportsAsked).toHaveLength(3);
  });

  it('is refused with a time where twenty were asked this minute', async () => {
    const { pass, background, state, id } = await running();
    state.report = () => reportOf('MALICIOUS');
    await pass(background, 4 * MINUTE);
    const replies = [];
    for (let index = 0; index < 21; index++) {
      replies.push(await background.command({ name: 'fetchReport', id, want: 'links' }));
    }
    expect(replies.at(-1)).toMatchObject({ ok: false, problem: { message: 'ask_too_many' } });
  });

  it('finds what the service knows, and takes it into the list once', async () => {
    const { background, state, store, pass } = await running();
    const entry = { analysisId: 'theirs', at: state.now - HOUR, platform: 'linux' as const, sha1: 'ab' };
    state.history = () => ({ history: [{ ...entry, classification: 'MALICIOUS' }] });
    const reply = await background.command({ name: 'lookUp', href: 'http://known.test/' });
    await rest();
    expect(reply).toMatchObject({ ok: true, found: [{ analysisId: 'theirs' }] });
    state.report = () => reportOf('MALICIOUS');
    const first = await background.command({ name: 'adopt', href: 'http://known.test/', entry });
    await rest();
    const second = await background.command({ name: 'adopt', href: 'http://known.test/', entry });
    await rest();
    expect(second).toEqual(first);
    await pass(background, MINUTE);
    const adopted = (await store.recent()).filter(({ href }) => href === 'http://known.test/');
    expect(adopted).toMatchObject([{ state: 'finished', isFound: true, started: { analysisId: 'theirs' } }]);
    expect(state.posts).toHaveLength(1);
  });
});
