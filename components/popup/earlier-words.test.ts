import { describe, expect, it, vi } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { HOUR, MINUTE } from '@/utils/analyses/time.ts';
import { earlierWords, foundWords, isAskedUnclicked, newestOf } from './earlier-words.ts';

vi.mock('@/utils/browser/i18n.ts', async () => {
  const { default: texts } = await import('@/public/_locales/en/messages.json');
  const t = (key: keyof typeof texts, ...parts: unknown[]) =>
    texts[key].message.replace(/\$(\d)/g, (_, place) => String(parts[Number(place) - 1]));
  return { t, language: () => 'en' };
});

const NOW = Date.UTC(2026, 10, 24, 12);
const finished = queuedAnalysis('a', NOW, {
  platform: 'windows10',
  state: 'finished',
  startedAt: NOW - 2 * HOUR,
  verdict: { classification: 'MALICIOUS', riskScore: 9, hasRun: true },
});
const running = queuedAnalysis('b', NOW, { state: 'running', startedAt: NOW - MINUTE / 2 });

describe('before the sending', () => {
  it('tells of the newest with a report, else of what runs', () => {
    expect(newestOf([running, finished])?.id).toBe('a');
    const clean = { ...finished, id: 'd', verdict: { classification: 'KNOWN', hasRun: true } };
    expect(newestOf([clean, finished])?.id).toBe('a');
    expect(newestOf([{ ...clean, batchId: 'newer' }, finished])?.id).toBe('d');
    expect(newestOf([running])?.id).toBe('b');
    expect(newestOf([queuedAnalysis('c', NOW)])).toBeUndefined();
    expect(earlierWords(finished, NOW)).toBe('Malicious 9/10 · Windows 10, 2 hr ago');
    expect(earlierWords(running, NOW)).toBe('Running · Linux, since just now');
  });

  it('tells what the service said', () => {
    const entry = { analysisId: 'x', at: NOW - HOUR, platform: 'linux' as const, sha1: '' };
    const found = { is: 'found' as const, entries: [{ ...entry, classification: 'no_threats' }] };
    expect(foundWords(found, NOW, '')).toBe('Service: No threats found · Linux, 1 hr ago');
    expect(foundWords({ is: 'found', entries: [] }, NOW, '')).toContain('knows no analysis');
    const error = { kind: 'noAnswer' as const };
    expect(foundWords({ is: 'failed', reply: { ok: false, error } }, NOW, '')).not.toContain('started');
  });

  it.each([
    ['http://bad.test/', true],
    ['http://10.0.0.1/', false],
    ['http://intranet/', false],
    ['http://user:secret@bad.test/', false],
  ])('asks the service about %s without a click: %s', (href, isAsked) => {
    expect(isAskedUnclicked(href)).toBe(isAsked);
  });
});
