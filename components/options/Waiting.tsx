import type { Wait } from '@/utils/analyses/wait.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';

/** What the user ends by filling in this page. */
const ENDED_HERE: readonly Wait['for'][] = ['account', 'signIn', 'credentials', 'permission'];

/** How many captures wait for what is to be filled in here. */
export function Waiting({ rows }: { rows: readonly Row[] }) {
  const count = rows.filter(({ wait }) => wait && ENDED_HERE.includes(wait.wait.for)).length;
  if (count === 0) return null;
  return (
    <p id="waiting" class="waiting">
      <b>{tn('options_waiting', count)}</b>
      <br />
      {t('options_waiting_next')}
    </p>
  );
}
