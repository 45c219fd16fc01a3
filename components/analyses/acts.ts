import type { Act } from '@/components/popup/RowActs.tsx';
import { problemSentence } from '@/components/words.ts';
import { type Analysis, isOpen } from '@/utils/analyses/analysis.ts';
import { isPrivateId } from '@/utils/analyses/keys.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { type MessageKey, t, tn } from '@/utils/browser/i18n.ts';
import { defangText } from '@/utils/capture/defang.ts';
import type { ExportChoice } from './ExportDialog.tsx';

/** What was found in a file, or why it is none of ours. */
export type Import = Imported | { problem: MessageKey };

interface Imported {
  added: number;
  known: number;
  unreadable: number;
  /** How many of all that is kept now the rule for what is kept removes within a day. */
  going: number;
  /** The storage refused the rest. */
  isCut: boolean;
}

/** What the view can do beyond itself. All reject where it can't be done. */
export interface Doors {
  send: (command: Command) => Promise<Reply>;
  onReport: (analysis: Analysis) => void;
  /** Opens what is held. */
  onHeld: () => void;
  /** Saves analyses as a file. */
  onSave: (analyses: readonly Analysis[], choice: ExportChoice) => Promise<void>;
  /** The text for a ticket, with what the reports say. */
  ticketOf: (analyses: readonly Analysis[]) => Promise<string>;
  /** Takes in what a file holds. */
  onImport: (file: File) => Promise<Import>;
}

const ACT_ANSWERS: Record<Act, MessageKey> = {
  cancel: 'answer_cancelled',
  sendAgain: 'answer_sent_again',
  giveUp: 'answer_given_up',
  check: 'answer_checked',
};

type Done = Extract<Reply, { ok: true }>;

/** The acts of the view, each of which says what came of it. */
export function createViewActs(doors: Doors, onAnswer: (answer: string) => void) {
  const request = (command: Command): Promise<Reply | null> => doors.send(command).catch(() => null);

  async function ask(command: Command, done: (reply: Done) => string): Promise<boolean> {
    const reply = await request(command);
    onAnswer(reply?.ok ? done(reply) : refusal(reply));
    return reply?.ok ?? false;
  }

  const idsOf = (analyses: readonly Analysis[]) => analyses.map(({ id }) => id);

  /** What was not started goes out as it is; what was is sent anew, as other analyses. Ends at the first refusal. */
  async function sendAgain(analyses: readonly Analysis[]): Promise<boolean> {
    const unsent = analyses.filter(({ started }) => !started);
    let [queued, left, underWay, held, refused] = [0, 0, 0, 0, 0];
    const words = () =>
      sentences([
        queued > 0 && tn('answer_queued', queued),
        held > 0 && tn('answer_held_some', held),
        refused > 0 && tn('answer_refused', refused),
        underWay > 0 && tn('answer_under_way_some', underWay),
        left > 0 && tn('answer_left', left),
      ]);
    const send = async (command: Command, done: (reply: Done) => void): Promise<boolean> => {
      const reply = await request(command);
      if (reply?.ok) done(reply);
      else onAnswer(sentences([words(), refusal(reply)]));
      return reply?.ok ?? false;
    };
    const isUnsentDone =
      unsent.length === 0 ||
      (await send({ name: 'sendAgain', ids: idsOf(unsent) }, (reply) => {
        queued += reply.count ?? 0;
        left += reply.left ?? 0;
      }));
    if (!isUnsentDone) return false;
    for (const { size, ...capture } of capturesOf(analyses.filter(({ started }) => started))) {
      const isDone = await send({ name: 'detonate', ...capture }, (reply) => {
        queued += reply.queued ?? 0;
        held += reply.held ?? 0;
        refused += reply.refused ?? 0;
        // Hosts are refused, not analyses: how many of those that leaves is not told.
        if (!reply.refused) underWay += size - (reply.queued ?? 0) - (reply.held ?? 0);
      });
      if (!isDone) return false;
    }
    onAnswer(words());
    return true;
  }

  return {
    sendAgain,
    act: (name: Act, ids: string[]) => void ask({ name, ids }, () => t(ACT_ANSWERS[name])),
    check: (analyses: readonly Analysis[]) =>
      ask({ name: 'check', ids: idsOf(analyses) }, ({ count = 0, left = 0 }) =>
        withLeft(tn('answer_checked_all', count), left),
      ),
    discard: (analyses: readonly Analysis[]) =>
      ask({ name: 'discard', ids: idsOf(analyses) }, ({ count = 0, left = 0 }) =>
        withLeft(tn('held_discarded', count), left),
      ),
    annotate: (id: string, note: string) => ask({ name: 'annotate', id, note }, () => t('answer_noted')),
    file: (ids: string[], name: string) =>
      void ask({ name: 'file', ids, case: name }, ({ count = 0, left = 0 }) =>
        sentences([
          name ? t('answer_filed', count, defangText(name)) : t('answer_unfiled', count),
          left > 0 && tn('answer_gone', left),
        ]),
      ),
    setCase: (name: string) =>
      void ask({ name: 'setCase', case: name }, () =>
        name ? t('answer_case', defangText(name)) : t('answer_case_ended'),
      ),
    remove: (analyses: readonly Analysis[]) =>
      ask({ name: 'delete', ids: idsOf(analyses.filter((one) => !isOpen(one))) }, ({ count = 0 }) =>
        tn('answer_deleted', count),
      ),
    copy: (analyses: readonly Analysis[]) =>
      void doors
        .ticketOf(analyses)
        .then((text) => navigator.clipboard.writeText(text))
        .then(
          () => onAnswer(tn('answer_copied', analyses.length)),
          () => onAnswer(t('copy_failed')),
        ),
    save: (analyses: readonly Analysis[], choice: ExportChoice) =>
      void doors.onSave(analyses, choice).then(
        () => onAnswer(tn('answer_exported', analyses.length)),
        () => onAnswer(t('storage_export_failed')),
      ),
    importFile: (file: File) =>
      void doors.onImport(file).then(
        (outcome) => onAnswer('problem' in outcome ? t(outcome.problem) : importedWords(outcome)),
        () => onAnswer(t('import_failed')),
      ),
  };
}

function refusal(reply: Reply | null): string {
  return reply && 'problem' in reply ? problemSentence(reply.problem) : t('answer_none');
}

/** Those that there are, one after the other. */
function sentences(parts: readonly (string | false)[]): string {
  const said = parts.filter((part) => part !== false && part !== '');
  return said.length > 1
    ? said.slice(1).reduce<string>((all, part) => t('sentences', all, String(part)), String(said[0]))
    : String(said[0] ?? '');
}

function withLeft(done: string, left: number): string {
  return sentences([done, left > 0 && tn('answer_left', left)]);
}

function importedWords({ added, known, unreadable, going, isCut }: Imported): string {
  return sentences([
    t('answer_imported', added, known, unreadable),
    isCut && t('import_cut'),
    going > 0 && tn('answer_going', going),
  ]);
}

/** The captures that send some analyses anew; what is private stays so. */
function capturesOf(analyses: readonly Analysis[]) {
  const isPrivate = ({ id }: Analysis) => isPrivateId(id);
  return [
    ...togetherOf(analyses.filter((one) => !isPrivate(one))),
    ...togetherOf(analyses.filter(isPrivate)).map((one) => ({ ...one, isPrivate: true as const })),
  ];
}

/** The URLs that go to the same platforms together. */
function togetherOf(analyses: readonly Analysis[]) {
  const platformsOf = new Map<string, Set<Analysis['platform']>>();
  for (const { href, platform } of analyses)
    platformsOf.set(href, (platformsOf.get(href) ?? new Set()).add(platform));
  const captures = new Map<string, { hrefs: string[]; platforms: Analysis['platform'][] }>();
  for (const [href, platforms] of platformsOf) {
    const key = [...platforms].sort().join();
    const capture = captures.get(key) ?? { hrefs: [], platforms: [...platforms] };
    captures.set(key, { ...capture, hrefs: [...capture.hrefs, href] });
  }
  return [...captures.values()].map(({ hrefs, platforms }) => ({
    text: hrefs.join('\n'),
    platforms,
    size: hrefs.length * platforms.length,
  }));
}
