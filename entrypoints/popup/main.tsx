import { render } from 'preact';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { Popup } from '@/components/popup/Popup.tsx';
import { saveJson } from '@/components/save-json.ts';
import { Trouble } from '@/components/Trouble.tsx';
import type { Draft } from '@/utils/analyses/draft.ts';
import { FIRST, RECENT } from '@/utils/analyses/keys.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import { readEarlier } from '@/utils/background/earlier.ts';
import { type Overview, readOverview } from '@/utils/background/overview.ts';
import { send } from '@/utils/browser/messages.ts';
import { hasPermission, onPermissionsChanged, requestPermission } from '@/utils/browser/permissions.ts';
import { currentWindowId, openSidePanel } from '@/utils/browser/side-panel.ts';
import {
  eraseLocal,
  exportLocal,
  local,
  managed,
  onStorageChanged,
  session,
} from '@/utils/browser/storage.ts';
import {
  activeTab,
  openAnalyses,
  openAnalysis,
  openHeld,
  openOptions,
  selectedTabIds,
} from '@/utils/browser/tabs.ts';
import { handOver } from './hand-over.ts';
import '@/components/base.css';
import './popup.css';

const now = () => Date.now();
const root = document.body;

/** Null while the storage can't be read. */
let overview: Overview | null = null;
const [tab, windowId, tabIds] = await Promise.all([activeTab(), currentWindowId(), selectedTabIds()]);
const isPrivate = tab?.incognito === true;

async function read(newest = RECENT) {
  overview = await readOverview(
    { local, session, managed, hasPermission, isOnline: () => navigator.onLine, now },
    { newest },
  ).catch(() => null);
  show();
}

function show() {
  render(
    overview ? (
      <Popup
        overview={overview}
        pageUrl={tab?.url}
        isPrivate={tab?.incognito === true}
        now={now()}
        send={send}
        onOptions={() => openOptions().then(() => window.close())}
        onAnalyses={() => openAnalyses().then(() => window.close())}
        onPanel={() => openSidePanel(windowId).then(() => window.close())}
        onAllow={requestPermission}
        selectedTabs={tabIds.length}
        onTabs={(platforms) => leaveFor({ origin: 'tabs', text: '', tabIds, platforms })}
        onSeveral={(text, platforms) => leaveFor({ origin: 'paste', text, platforms })}
        onReport={(analysis) => openAnalysis(analysis).then(() => window.close())}
        onHeld={() => openHeld().then(() => window.close())}
        loadLooker={() => import('@/utils/capture/look.ts')}
        readEarlier={(href) => readEarlier(local, href)}
      />
    ) : (
      <Trouble onExport={() => exportLocal().then(saveJson)} onErase={eraseLocal} />
    ),
    root,
  );
}

function leaveFor(draft: Draft): void {
  handOver({ ...draft, ...(isPrivate && { isPrivate }) }).then(() => window.close());
}

const readAgain = onceAFrame(() => read());

await read(FIRST);
performance.mark('rows');
onStorageChanged(readAgain);
onPermissionsChanged(readAgain);
addEventListener('online', readAgain);
addEventListener('offline', readAgain);
// The rest of the list; what changed between the first read and the first ear for changes, too.
readAgain();
// Ages and times to come go on; nothing is read for that, unless it could not be read.
setInterval(() => document.hidden || (overview ? show() : readAgain()), SECOND);
send({ name: 'look' }).catch(() => {});
