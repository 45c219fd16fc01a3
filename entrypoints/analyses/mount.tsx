import { render } from 'preact';
import { AnalysesView } from '@/components/analyses/AnalysesView.tsx';
import { Skeleton } from '@/components/analyses/Skeleton.tsx';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { saveJson } from '@/components/save-json.ts';
import { Trouble } from '@/components/Trouble.tsx';
import { createArchive } from '@/utils/analyses/archive.ts';
import { ANALYSIS_PREFIX, FIRST, RECENT } from '@/utils/analyses/keys.ts';
import { formatQuery, parseQuery, type Query } from '@/utils/analyses/query.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import { readArchive } from '@/utils/background/archive-pages.ts';
import { type Overview, readOverview } from '@/utils/background/overview.ts';
import { parseAnalysis } from '@/utils/background/parse.ts';
import { t } from '@/utils/browser/i18n.ts';
import { send } from '@/utils/browser/messages.ts';
import { hasPermission, onPermissionsChanged } from '@/utils/browser/permissions.ts';
import {
  eraseLocal,
  exportLocal,
  local,
  onStorageChanged,
  type StorageChanges,
  session,
} from '@/utils/browser/storage.ts';
import { openOptions, openReport } from '@/utils/browser/tabs.ts';
import { save, takeIn, ticketOf } from './files.ts';

const now = () => Date.now();
const surroundings = { local, session, hasPermission, isOnline: () => navigator.onLine, now };
/** What is shown sooner than this needs nothing in its place. */
const SOON = 100;

/** Shows all analyses, as a page or in the side panel. */
export async function mountAnalyses(): Promise<void> {
  const archive = createArchive();
  let version = 0;
  /** What changed since the page was opened: a page of records that was read before must not take it back. */
  const changed = new Set<string>();
  let reading: { read: number; all: number } | null = { read: 0, all: 0 };
  let query = parseQuery(location.hash);
  /** Null while the storage can't be read. */
  let overview: Overview | null = null;

  function show() {
    render(
      overview ? (
        <AnalysesView
          overview={overview}
          archive={archive}
          version={version}
          reading={reading}
          query={query}
          now={now()}
          doors={{
            send,
            onSave: save,
            ticketOf,
            onImport: takeIn,
            onReport: ({ batchId, id }) => void openReport(batchId, id),
          }}
          onQuery={ask}
          onOptions={() => void openOptions()}
        />
      ) : (
        <Trouble onExport={() => exportLocal().then(saveJson)} onErase={eraseLocal} />
      ),
      document.body,
    );
  }

  function ask(asked: Query) {
    query = asked;
    const fragment = formatQuery(query);
    history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname);
    show();
  }

  async function read(newest = RECENT) {
    overview = await readOverview(surroundings, { newest }).catch(() => null);
    for (const { analysis } of overview?.rows ?? [])
      if (!archive.get(analysis.id)) take(analysis.id, analysis);
    show();
  }

  function take(id: string, value: unknown) {
    const analysis = parseAnalysis(value);
    if (analysis) archive.put(analysis);
    else archive.drop(id);
    version += 1;
  }

  function follow(changes: StorageChanges, area: string) {
    for (const [key, { newValue }] of area === 'local' ? Object.entries(changes) : []) {
      if (!key.startsWith(ANALYSIS_PREFIX)) continue;
      const id = key.slice(ANALYSIS_PREFIX.length);
      changed.add(id);
      take(id, newValue);
    }
    readAgain();
  }

  const readAgain = onceAFrame(() => read());

  document.title = t('analyses_page_title');
  const late = setTimeout(() => render(<Skeleton />, document.body), SOON);
  await read(FIRST);
  clearTimeout(late);
  performance.mark('rows');
  onStorageChanged(follow);
  onPermissionsChanged(readAgain);
  addEventListener('hashchange', () => ask(parseQuery(location.hash)));
  addEventListener('online', readAgain);
  addEventListener('offline', readAgain);
  // What changed between the first read and the first ear for changes would stay unseen until the next one.
  readAgain();
  // Times go on; nothing is read for that, unless it could not be read.
  setInterval(() => document.hidden || (overview ? show() : readAgain()), 5 * SECOND);
  send({ name: 'look' }).catch(() => {});
  await readArchive(local, (analyses, done, all) => {
    for (const analysis of analyses) if (!changed.has(analysis.id)) archive.put(analysis);
    version += 1;
    reading = { read: done, all };
    show();
  }).catch(readAgain);
  reading = null;
  show();
}
