import type { State } from '@/utils/analyses/analysis.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import { listed, stateWords } from './words.ts';

export type States = ReadonlyMap<string, State>;

/** The states of what is shown, to tell later what changed. */
export function statesOf(rows: readonly Row[]): States {
  return new Map(rows.map(({ analysis }) => [analysis.id, analysis.state]));
}

/** What a capture was answered with already, or what lasts a moment. */
const PASSED_OVER: readonly State[] = ['queued', 'submitting'];

/** The rows whose analysis came to another state since. */
export function movedSince(before: States, rows: readonly Row[]): Row[] {
  return rows.filter(({ analysis: { id, state } }) => {
    const old = before.get(id);
    return old !== undefined && old !== state && !PASSED_OVER.includes(state);
  });
}

/** What rows came to, in one sentence to be read out; empty where there are none. */
export function newsSentence(rows: readonly Row[], now: number): string {
  const [first] = rows;
  if (!first) return '';
  if (rows.length === 1) {
    const { href, platform } = first.analysis;
    const host = defangHost(new URL(href).hostname);
    return t('news_moved', host, t(`platform_${platform}_name`), stateWords(first, now));
  }
  const counts = new Map<string, number>();
  for (const row of rows) {
    const words = stateWords(row, now);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const parts = [...counts].map(([words, count]) => t('news_count', count, words));
  return tn('news_many', rows.length, listed(parts));
}
