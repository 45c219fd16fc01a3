import type { Import } from '@/components/analyses/acts.ts';
import type { ExportChoice } from '@/components/analyses/ExportDialog.tsx';
import { namedToday, saveFile } from '@/components/save-file.ts';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '@/utils/analyses/settings.ts';
import { ticketText } from '@/utils/analyses/ticket.ts';
import { readBriefs } from '@/utils/background/briefs.ts';
import { parseOr } from '@/utils/background/parse.ts';
import { whatGoes } from '@/utils/background/retention-view.ts';
import { t } from '@/utils/browser/i18n.ts';
import { send } from '@/utils/browser/messages.ts';
import { local } from '@/utils/browser/storage.ts';
import { defangHost, defangReported, defangText } from '@/utils/capture/defang.ts';
import { EXPORT_FORMS } from '@/utils/exports/form.ts';

const TOOLS = { t, defangReported, defangHost, defangText };

/** So many go to the background in one message, each with up to 8 kB of brief. */
const AT_ONCE = 100;

const PROBLEMS = {
  notJson: 'import_not_json',
  notOurs: 'import_not_ours',
  newer: 'import_newer',
} as const;

function briefsOf(analyses: readonly Analysis[]) {
  return readBriefs(
    local,
    analyses.map(({ id }) => id),
  );
}

/** What goes into a ticket of some analyses, with what their reports say. */
export async function ticketOf(analyses: readonly Analysis[]): Promise<string> {
  const briefs = await briefsOf(analyses);
  const reported = analyses.map((analysis) => ({ analysis, brief: briefs[analysis.id] }));
  return ticketText(reported, 'markdown', TOOLS);
}

/** Saves analyses as a file of today. What writes it is only fetched for this. */
export async function save(analyses: readonly Analysis[], { form, urls }: ExportChoice): Promise<void> {
  const { exportText } = await import('@/utils/exports/export-text.ts');
  const briefs = form === 'json' ? await briefsOf(analyses) : {};
  const text = exportText(form, analyses, { urls, briefs, exportedAt: Date.now(), tools: TOOLS });
  const { extension, type } = EXPORT_FORMS[form];
  // Spreadsheets take a file for their old encoding unless it begins with this.
  saveFile(form === 'csv' ? `\uFEFF${text}` : text, type, namedToday(`analyses.${extension}`));
}

/** Takes in what a file holds that was saved as JSON. */
export async function takeIn(file: File): Promise<Import> {
  const { parseExport } = await import('@/utils/exports/json.ts');
  const parsed = parseExport(await file.text(), Date.now());
  if ('problem' in parsed) return { problem: PROBLEMS[parsed.problem] };
  const { analyses, briefs, unreadable } = parsed;
  let [added, known, isCut] = [0, 0, false];
  for (let index = 0; index < analyses.length; index += AT_ONCE) {
    const some = analyses.slice(index, index + AT_ONCE);
    const theirs = Object.fromEntries(
      some.flatMap(({ id }) => (briefs[id] ? [[id, briefs[id]] as const] : [])),
    );
    const reply = await send({ name: 'import', analyses: some, briefs: theirs }).catch(() => null);
    isCut = !reply?.ok;
    if (!reply?.ok) break;
    const { count = 0 } = reply;
    added += count;
    known += some.length - count;
  }
  return { added, known, unreadable, going: await countGoing(), isCut };
}

/** How many of all that is kept now the user's rule removes next. */
async function countGoing(): Promise<number> {
  const stored = await local.get([KEYS.settings]);
  const rule = parseOr(settingsSchema, stored[KEYS.settings], DEFAULT_SETTINGS);
  return whatGoes(local, rule, Date.now()).then(
    ({ going }) => going,
    () => 0,
  );
}
