import { render } from 'preact';
import { AnalysesView } from '@/components/analyses/AnalysesView.tsx';
import { Skeleton } from '@/components/analyses/Skeleton.tsx';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { saveJson } from '@/components/save-json.ts';
import { Trouble } from '@/components/Trouble.tsx';
import { createArchive } from '@/utils/analyses/archive.ts';
import { FIRST, RECENT } from '@/utils/analyses/keys.ts';
import { formatQuery, parseQuery, type Query } from '@/utils/analyses/query.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import { createArchiveFeed, type Reading } from '@/utils/background/archive-feed.ts';
import { type Overview, readOverview } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { send } from '@/utils/browser/messages.ts';
import { hasPermission, onPermissionsChanged } from '@/utils/browser/permissions.ts';
import {
  eraseLocal,
  exportLocal,
  local,
  managed,
  onStorageChanged,
  type StorageChanges,
  session,
} from '@/utils/browser/storage.ts';
import { openAnalysis, openHeld, openOptions } from '@/utils/browser/tabs.ts';
import { save, takeIn, ticketOf } from './files.ts';

const now = () => Date.now();
const surroundings = { local, session, managed, hasPermission, isOnline: () => navigator.onLine, now };
/** What is shown sooner than this needs nothing in its place. */
const SOON = 100;
/** Firefox refuses more than 200 changes of the address in ten seconds: it follows once the typing pauses. */
const PAUSE = 200;

/** Shows all analyses, as a page or in the side panel. */
export async function mountAnalyses(): Promise<void> {
  const archive = createArchive();
  const feed = createArchiveFeed({ area: local, archive });
  const drafts = new Map<string, string>();
  let reading: Reading = { read: 0, all: 0 };
  let query = parseQuery(location.hash);
  /** Null while the storage can't be read. */
  let overview: Overview | null = null;

  function show() {
    render(
      overview ? (
        <AnalysesView
          overview={overview}
          archive={archive}
          version={archive.version()}
          reading={reading}
          unreadable={feed.unreadable()}
          drafts={drafts}
          query={query}
          now={now()}
          doors={{
            send,
            onSave: save,
            ticketOf,
            onImport: takeIn,
            onReport: (analysis) => void openAnalysis(analysis),
            onHeld: () => void openHeld(),
          }}
          onQuery={ask}
          onReadAgain={readAll}
          onOptions={() => void openOptions()}
        />
      ) : (
        <Trouble onExport={() => exportLocal().then(saveJson)} onErase={eraseLocal} />
      ),
      document.body,
    );
  }

  let pause: ReturnType<typeof setTimeout> | undefined;

  function ask(asked: Query) {
    query = asked;
    show();
    clearTimeout(pause);
    pause = setTimeout(keepQuery, PAUSE);
  }

  function keepQuery() {
    clearTimeout(pause);
    const fragment = formatQuery(query);
    history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname);
  }

  async function read(newest = RECENT) {
    overview = await readOverview(surroundings, { newest }).catch(() => null);
    feed.add(overview?.rows.map(({ analysis }) => analysis) ?? []);
    show();
  }

  function follow(changes: StorageChanges) {
    feed.follow(changes);
    readAgain();
  }

  function readAll(): Promise<void> {
    return feed.readAll((told) => {
      reading = told;
      show();
    });
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
  addEventListener('pagehide', keepQuery);
  addEventListener('beforeunload', (event) => {
    if (drafts.size > 0) event.preventDefault();
  });
  addEventListener('online', readAgain);
  addEventListener('offline', readAgain);
  // What changed between the first read and the first ear for changes would stay unseen until the next one.
  readAgain();
  // Times go on; nothing is read for that, unless it could not be read.
  setInterval(() => document.hidden || (overview ? show() : readAgain()), 5 * SECOND);
  send({ name: 'look' }).catch(() => {});
  await readAll();
}
