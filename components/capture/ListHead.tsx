import { t, tn } from '@/utils/browser/i18n.ts';
import { type Choosing, type Chosen, tickingOf } from './choices.ts';

interface ListHeadProps {
  chosen: readonly Chosen[];
  onChoose: (choosing: Choosing) => void;
}

const WHICH = ['all', 'none', 'undoubted'] as const;

/** How much was found, and what ticks all of it. */
export function ListHead({ chosen, onChoose }: ListHeadProps) {
  const ticked = chosen.filter(({ isTicked }) => isTicked).length;
  const isDoubtful = chosen.some(({ candidate, form }) => candidate.doubt || form.isPrivate);
  return (
    <div class="list-head">
      <p id="count" role="status">
        {t('found_ticked', tn('cost_urls', chosen.length), ticked)}
      </p>
      {WHICH.filter((which) => which !== 'undoubted' || isDoubtful).map((which) => (
        <button
          key={which}
          id={`tick-${which}`}
          type="button"
          class="link"
          onClick={() => tickingOf(chosen, which).forEach(onChoose)}
        >
          {t(`choose_${which}`)}
        </button>
      ))}
    </div>
  );
}
