import { t, tn } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import type { Understood } from './understood.ts';

/** Nobody reads on after so many. */
const MOST = 200;
const LONGEST = 300;

/** What looked like an address and is not to be detonated, folded, each with the reason. */
export function LeftOutList({ leftOut }: Pick<Understood, 'leftOut'>) {
  if (leftOut.length === 0) return null;
  return (
    <details id="left-out">
      <summary>{tn('left_out', leftOut.length)}</summary>
      <ul>
        {leftOut.slice(0, MOST).map(({ text, kind }) => (
          <li key={`${kind} ${text}`}>
            <bdi class="stood">{defangText(shortened(text))}</bdi> <span>{t(`left_out_${kind}`)}</span>
          </li>
        ))}
        {leftOut.length > MOST && <li>{t('urls_more', leftOut.length - MOST)}</li>}
      </ul>
    </details>
  );
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
