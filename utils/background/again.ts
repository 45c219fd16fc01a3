import type { Analysis, Sighting } from '@/utils/analyses/analysis.ts';
import type { Settings } from '@/utils/analyses/settings.ts';
import { sendAgain } from '@/utils/analyses/transitions.ts';
import { isRefused, watch } from '@/utils/capture/watch.ts';

/** What the guard sees in a URL, as it is kept. */
export function sightingsOf(href: string, settings: Settings): Sighting[] {
  return watch(href, settings).map(({ kind, part: { start, end }, name }) => ({
    kind,
    start,
    end,
    ...(name !== undefined && { name }),
  }));
}

/**
 * Sends an analysis once more, as the guard has it now: what the user has not consented to is held, and a host that is refused is not
 * sent. It may have been captured under other settings, or come from another browser.
 */
export function sendAgainUnder(analysis: Analysis, settings: Settings, now: number): Analysis {
  if (isRefused(analysis.href, settings)) return analysis;
  const next = sendAgain(analysis, settings.account, now);
  if (next === analysis || analysis.isConsented || settings.guard !== 'ask') return next;
  const sightings = sightingsOf(analysis.href, settings);
  return sightings.length > 0 ? { ...next, state: 'held', sightings } : next;
}
