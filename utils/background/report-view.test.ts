import { describe, expect, it } from 'vitest';
import { analysisKey, batchKey, briefKey, KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS } from '@/utils/analyses/settings.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import { readReportView } from './report-view.ts';
import { memoryArea } from './testing/memory.ts';

const one = queuedAnalysis('one', 0);
const other = queuedAnalysis('other', 0, { platform: 'windows11' });

describe('what the page of a report reads', () => {
  it('is the batch in its order, with the briefs that are there', async () => {
    const brief = briefWith('MALICIOUS');
    const area = memoryArea({
      [KEYS.settings]: { ...DEFAULT_SETTINGS, keepBriefs: 7 },
      [batchKey('b')]: ['other', 'one'],
      [analysisKey('one')]: one,
      [analysisKey('other')]: other,
      [briefKey('one')]: brief,
    });
    const view = await readReportView(area, 'b');
    expect(view.batch).toEqual([{ analysis: other }, { analysis: one, brief }]);
    expect(view.settings.keepBriefs).toBe(7);
  });

  it('leaves out what can’t be read', async () => {
    const area = memoryArea({
      [batchKey('b')]: ['gone', 'odd', 'one'],
      [analysisKey('odd')]: { version: 99 },
      [analysisKey('one')]: one,
      [briefKey('one')]: { classification: 7 },
    });
    expect(await readReportView(area, 'b')).toEqual({
      batch: [{ analysis: one }],
      settings: DEFAULT_SETTINGS,
    });
  });

  it('is empty where there is no such batch', async () => {
    expect((await readReportView(memoryArea(), '__proto__')).batch).toEqual([]);
    expect((await readReportView(memoryArea({ [batchKey('b')]: 'odd' }), 'b')).batch).toEqual([]);
  });
});
