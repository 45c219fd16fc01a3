import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CaseLine } from '@/components/CaseLine.tsx';
import { FileButton } from '@/components/FileButton.tsx';
import { isTyping } from '@/components/is-typing.ts';
import { News } from '@/components/News.tsx';
import { Said, useSaid } from '@/components/Said.tsx';
import { useLostFocus } from '@/components/use-lost-focus.ts';
import type { Archive } from '@/utils/analyses/archive.ts';
import { isNarrowed, NO_QUERY, type Query, type Sort } from '@/utils/analyses/query.ts';
import { LIMIT } from '@/utils/analyses/slots.ts';
import type { Reading } from '@/utils/background/archive-feed.ts';
import type { Overview } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { createViewActs, type Doors } from './acts.ts';
import { BatchList } from './BatchList.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { Filters } from './Filters.tsx';
import { Nothing } from './Nothing.tsx';
import { ShiftPicture } from './ShiftPicture.tsx';
import { TickedBar } from './TickedBar.tsx';
import { useTicks } from './ticks.ts';
import { Unread } from './Unread.tsx';
import { useList } from './use-list.ts';

interface AnalysesViewProps {
  overview: Overview;
  archive: Archive;
  /** Another number each time the archive changed. */
  version: number;
  reading: Reading;
  /** How many records are no analyses that we can read. */
  unreadable: number;
  /** Notes that are typed and not kept yet, by the id of the analysis. */
  drafts: Map<string, string>;
  query: Query;
  now: number;
  doors: Doors;
  onQuery: (query: Query) => void;
  onReadAgain: () => void;
  onOptions: () => void;
}

/** All analyses: found, narrowed down, ticked, and what can be done with them. */
export function AnalysesView(props: AnalysesViewProps) {
  const { overview, archive, version, reading, query, now, doors, onQuery, onOptions } = props;
  const { unreadable, drafts, onReadAgain } = props;
  const [isShiftOpen, setShiftOpen] = useState(false);
  const { found, cases, all, rowOf } = useList({ archive, version, query, overview });
  const ticks = useTicks();
  const [answer, say] = useSaid();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [isExporting, setExporting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  // What was ticked and is not among what is found now is left alone: nobody acts on what is out of sight.
  const ticked = useMemo(() => matchingOf(found).filter(({ id }) => ticks.ids.has(id)), [found, ticks.ids]);
  const acts = createViewActs(doors, say);
  const free = Math.max(0, LIMIT - overview.slotTimes.filter((time) => time > now).length);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key !== '/' || !isPlain || isTyping(event.target) || isExporting) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isExporting]);

  function sortBy(sort: Sort) {
    onQuery({ ...query, sort, isReversed: query.sort === sort && !query.isReversed });
  }

  function goToList(options?: FocusOptions) {
    const row = main.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    (row ?? search.current)?.focus(options);
  }

  // What is looked at stays where it is: the next arrow goes to the row.
  useLostFocus(() => goToList({ preventScroll: true }));

  /** What is pressed goes with what was ticked, and the focus on to the list. */
  function endTicks(work: Promise<boolean>) {
    work.then((isDone) => isDone && ticks.clear());
  }

  return (
    <main class="page" ref={main}>
      <header class="page-head">
        <h1>{t('analyses_title')}</h1>
        <p id="count" role="status">
          {countWords(found.count, archive.size(), reading, isNarrowed(query))}
        </p>
        <CaseLine
          current={overview.currentCase ?? ''}
          cases={cases}
          onChange={(name) => acts.setCase(name)}
        />
        <Said id="answer" said={answer} />
        <News
          rows={overview.rows}
          rowOf={(id) => {
            const analysis = archive.get(id);
            return analysis && rowOf(analysis);
          }}
        />
        <span class="page-acts">
          <button
            id="shift-open"
            type="button"
            class="plain small"
            aria-expanded={isShiftOpen}
            onClick={() => setShiftOpen(!isShiftOpen)}
          >
            {t('shift_open')}
          </button>
          <button
            id="export-all"
            type="button"
            class="plain small"
            disabled={found.count === 0 || reading !== null}
            onClick={() => setExporting(true)}
          >
            {t('export_open')}
          </button>
          <FileButton
            ids={['import', 'import-file']}
            text={t('import_open')}
            label={t('import_label')}
            accept="application/json,.json"
            onFile={acts.importFile}
          />
          <button id="options" type="button" class="plain small" onClick={onOptions}>
            {t('options_open')}
          </button>
        </span>
      </header>
      <Unread reading={reading} unreadable={unreadable} onReadAgain={onReadAgain} onOptions={onOptions} />
      {isShiftOpen && (
        <ShiftPicture
          analyses={all}
          now={now}
          freeSlots={free}
          isSignedIn={overview.isSignedIn}
          send={doors.send}
        />
      )}
      <Filters query={query} cases={cases} search={search} onChange={onQuery} onDown={() => goToList()} />
      {ticked.length > 0 && (
        <TickedBar
          ticked={ticked}
          cases={cases}
          acts={{
            onCheck: (some) => endTicks(acts.check(some)),
            onSendAgain: (some) => endTicks(acts.sendAgain(some)),
            onCopy: acts.copy,
            onExport: () => setExporting(true),
            onFile: (some, name) =>
              acts.file(
                some.map(({ id }) => id),
                name,
              ),
            onDelete: (some) => endTicks(acts.remove(some)),
            onReview: doors.onHeld,
            onDiscard: (some) => endTicks(acts.discard(some)),
          }}
          onClear={ticks.clear}
        />
      )}
      {found.batches.length > 0 ? (
        <BatchList
          batches={found.batches}
          query={query}
          onSort={sortBy}
          ticks={ticks}
          now={now}
          open={open}
          onOpen={setOpen}
          acts={{
            rowOf,
            onAct: acts.act,
            onReport: doors.onReport,
            onNote: acts.annotate,
            drafts,
          }}
        />
      ) : (
        <Nothing
          reading={reading}
          unreadable={unreadable}
          isNarrowed={isNarrowed(query)}
          onClear={() => {
            onQuery({ ...NO_QUERY, sort: query.sort, isReversed: query.isReversed });
            search.current?.focus();
          }}
        />
      )}
      <footer class="page-foot">
        <span>{overview.settings.account ? t('budget', free, LIMIT) : t('analyses_no_account')}</span>
        <span class="keys">{t('analyses_keys')}</span>
      </footer>
      {isExporting && (
        <ExportDialog
          ticked={ticked}
          found={matchingOf(found)}
          onClose={() => setExporting(false)}
          onExport={acts.save}
        />
      )}
    </main>
  );
}

function matchingOf({ batches }: ReturnType<Archive['find']>) {
  return batches.flatMap(({ analyses, matching }) => analyses.filter(({ id }) => matching.has(id)));
}

function countWords(found: number, all: number, reading: Reading, isNarrowed: boolean): string {
  if (reading) return t('count_reading', reading.read, reading.all);
  return isNarrowed ? t('count_found', found, all) : tn('count_all', all);
}
