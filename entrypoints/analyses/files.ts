import type { Import } from '@/components/analyses/acts.ts';
import type { ExportChoice } from '@/components/analyses/ExportDialog.tsx';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { ticketText } from '@/utils/analyses/ticket.ts';
import { readBriefs } from '@/utils/background/briefs.ts';
import { t } from '@/utils/browser/i18n.ts';
import { local } from '@/utils/browser/storage.ts';
import { defangHost, defangReported, defangText } from '@/utils/capture/defang.ts';

/** What goes into a ticket of some analyses, with what their reports say. */
export async function ticketOf(analyses: readonly Analysis[]): Promise<string> {
  const briefs = await readBriefs(
    local,
    analyses.map(({ id }) => id),
  );
  return ticketText(
    analyses.map((analysis) => ({ analysis, brief: briefs[analysis.id] })),
    'markdown',
    { t, defangReported, defangHost, defangText },
  );
}

export async function onSave(
  _analyses: readonly Analysis[],
  _choice: Omit<ExportChoice, 'isTicked'>,
): Promise<void> {}

export async function onImport(_file: File): Promise<Import> {
  return { added: 0, known: 0, unreadable: 0 };
}
