import { PlatformToggles } from '@/components/PlatformToggles.tsx';
import { Said } from '@/components/Said.tsx';
import { t, tn } from '@/utils/browser/i18n.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import { costWords } from './cost.ts';
import type { useSending } from './use-sending.ts';

interface ActBarProps {
  /** How many URLs are ticked. */
  urls: number;
  platforms: Platform[];
  /** How many go out before them. */
  before: number;
  sending: ReturnType<typeof useSending>;
  onPlatforms: (platforms: Platform[]) => void;
  onDetonate: () => void;
  onAnalyses: () => void;
  onHeld: () => void;
}

/** Where it runs, what it costs, the one main act, and what came of it. */
export function ActBar(props: ActBarProps) {
  const { urls, platforms, before, onPlatforms, onDetonate, onAnalyses, onHeld } = props;
  const { answer, sent, isBusy } = props.sending;
  return (
    <footer class="act-bar">
      <PlatformToggles chosen={platforms} onChange={onPlatforms} />
      <div class="act">
        <p id="cost">{costWords(urls, platforms.length, before)}</p>
        <button
          id="detonate"
          type="button"
          class="main"
          aria-describedby="cost"
          aria-disabled={urls === 0 || platforms.length === 0 || isBusy}
          onClick={onDetonate}
        >
          {urls === 0 ? t('detonate') : tn('detonate_list', urls)}
        </button>
      </div>
      <div class="answer-line">
        <Said id="answer" said={answer} />
        {sent.held > 0 && (
          <button id="to-held" type="button" class="plain small" onClick={onHeld}>
            {t('to_held')}
          </button>
        )}
        {sent.asked > 0 && (
          <button id="to-analyses" type="button" class="plain small" onClick={onAnalyses}>
            {t('analyses_open')}
          </button>
        )}
      </div>
    </footer>
  );
}
