import { describe, expect, it, vi } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import { comparable, differencesOf } from './compare.ts';
import { differenceSentences } from './difference-words.ts';
import type { ReportRow } from './report-row.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

function row(platform: Platform, changes: Partial<Brief> | null, classification = 'MALICIOUS'): ReportRow {
  const analysis = queuedAnalysis(platform, 0, {
    platform,
    state: 'finished',
    verdict: { classification, hasRun: true },
  });
  if (!changes) return { analysis };
  const { domains = [], urls = [], addresses = [] } = changes;
  const totals = {
    ...briefWith('').totals,
    domains: domains.length,
    urls: urls.length,
    addresses: addresses.length,
  };
  return { analysis, brief: briefWith(classification, { totals, ...changes }) };
}

describe('what platforms contacted, side by side', () => {
  const one = row('windows11', { domains: ['shared.test', 'evil.test', 'Twice.test.'], urls: ['http://a/'] });
  const other = row('linux', {
    domains: ['shared.test', 'twice.TEST'],
    addresses: [{ ip: '1.1.1.1', ports: [] }],
  });

  it('is told where some did and others did not', () => {
    expect(differencesOf([one, other])).toEqual([
      { kind: 'domains', name: 'evil.test', contacts: ['yes', 'no'] },
      { kind: 'addresses', name: '1.1.1.1', contacts: ['no', 'yes'] },
      { kind: 'urls', name: 'http://a/', contacts: ['yes', 'no'] },
    ]);
    expect(differenceSentences([one, other])).toEqual([
      'Windows 11 and Linux differ: 1 domain only on Windows 11; 1 address only on Linux; 1 URL only on Windows 11.',
    ]);
  });

  it.each([
    ['was removed', row('windows10', null)],
    [
      'is cut',
      row('windows10', { domains: ['shared.test'], totals: { ...briefWith('').totals, domains: 90 } }),
    ],
    ['is of an analysis that did not run', row('windows10', { hasRun: false })],
  ])('is not made up where a brief %s', (_, gone) => {
    const [evil] = differencesOf([one, other, gone]);
    expect(evil).toEqual({ kind: 'domains', name: 'evil.test', contacts: ['yes', 'no', 'unknown'] });
    expect(differencesOf([one, gone]).filter(({ kind }) => kind === 'domains')).toEqual([]);
    const sentences = differenceSentences([one, other, gone]);
    expect(sentences[0]).toMatch(/ differ: 1 domain on Windows 11 but not on Linux;/);
    expect(sentences).toContain('What Windows 10 contacted is known in part only.');
  });

  it('says so where nothing differs, and where the verdicts do', () => {
    expect(differenceSentences([row('linux', {}), row('windows7', {})])).toEqual([
      'No difference: all contacted the same domains, addresses and URLs.',
    ]);
    expect(differenceSentences([row('linux', {}), row('windows7', {}, 'KNOWN')])).toContain(
      'The verdicts differ.',
    );
  });

  it('is of finished analyses of one URL', () => {
    const elsewhere = { analysis: { ...other.analysis, href: 'http://other.test/' } };
    const running = { analysis: { ...other.analysis, state: 'running' as const } };
    expect(comparable([one, elsewhere, running], one.analysis.href)).toEqual([]);
    expect(comparable([one, other, running], one.analysis.href)).toEqual([one, other]);
  });
});
