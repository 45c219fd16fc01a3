import type { HTMLAttributes, Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import { WholeUrl } from '@/components/DefangedUrl.tsx';
import { TickBox } from '@/components/TickBox.tsx';
import { t } from '@/utils/browser/i18n.ts';
import { defang } from '@/utils/capture/defang.ts';
import type { Watch } from '@/utils/capture/watch.ts';
import type { Choosing, Chosen } from './choices.ts';
import { FormChoice } from './FormChoice.tsx';
import { Hints } from './Hints.tsx';
import type { Understood } from './understood.ts';

interface CandidateRowProps {
  /** Where it stands in the list, and what the list wants to know of it. */
  place: HTMLAttributes<HTMLLIElement> & { ref: Ref<HTMLLIElement>; 'data-index': number };
  chosen: Chosen;
  /** It is in the order of the Tab key. */
  isActive: boolean;
  lookAt: Understood['lookAt'];
  watch: Watch;
  onChoose: (choosing: Choosing) => void;
  /** A key was pressed on the tick box. */
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A URL that was found, to be ticked, and what is to be known of it. */
export function CandidateRow({ place, chosen, lookAt, watch, onChoose, ...props }: CandidateRowProps) {
  const { candidate, form, isTicked, isRefused, isSent } = chosen;
  const { id, forms, count } = candidate;
  const { href } = form;
  const { guard, ownDomains, allowPrivateHosts } = watch;
  const look = useMemo(
    () => lookAt(href, watch),
    [lookAt, href, guard, ownDomains.join(), allowPrivateHosts],
  );
  const [tick, hints] = [`tick-${place['data-index']}`, `hints-${place['data-index']}`];
  const tabIndex = props.isActive ? 0 : -1;
  return (
    <li {...place} class={isTicked ? 'candidate ticked' : 'candidate'}>
      <label class="candidate-head" htmlFor={tick}>
        <TickBox
          id={tick}
          state={isTicked ? 'all' : 'none'}
          label={defang(href)}
          tabIndex={tabIndex}
          refusedBy={isRefused ? hints : undefined}
          onKeyDown={props.onKeyDown}
          onTick={() => onChoose({ do: 'tick', ids: [id], isTicked: !isTicked })}
        />
        <WholeUrl href={href} />
        {count > 1 && <span class="times">{t('times', count)}</span>}
        {isSent && <span class="is-sent">{t('row_sent')}</span>}
      </label>
      {forms.length > 1 && (
        <FormChoice
          forms={forms}
          chosen={form}
          name={id}
          tabIndex={tabIndex}
          onPick={(picked) => onChoose({ do: 'pick', id, href: picked })}
        />
      )}
      <Hints id={hints} chosen={chosen} look={look} watch={watch} />
    </li>
  );
}
