import type { Act } from '@/components/popup/RowActs.tsx';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import type { Row } from '@/utils/background/overview.ts';

/** What the rows of the list know and can do beyond themselves. */
export interface ListActs {
  /** An analysis with what it waits for. */
  rowOf: (analysis: Analysis) => Row;
  onAct: (act: Act, ids: string[]) => void;
  onReport: (analysis: Analysis) => void;
  /** Whether the note was kept. */
  onNote: (id: string, note: string) => Promise<boolean>;
  /** Notes that are typed and not kept yet, by the id of the analysis. */
  drafts: Map<string, string>;
}
