import { render } from 'preact';
import { type CaptureDoors, CaptureView } from '@/components/capture/CaptureView.tsx';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { saveJson } from '@/components/save-json.ts';
import { Trouble } from '@/components/Trouble.tsx';
import { SECOND } from '@/utils/analyses/time.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { type Overview, readOverview } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { send } from '@/utils/browser/messages.ts';
import {
  hasPermission,
  mayReadTabs,
  onPermissionsChanged,
  requestPermission,
  requestTabs,
} from '@/utils/browser/permissions.ts';
import {
  eraseLocal,
  exportLocal,
  local,
  managed,
  onStorageChanged,
  session,
} from '@/utils/browser/storage.ts';
import { addressesOf } from '@/utils/browser/tab-addresses.ts';
import { openAnalyses, openHeld, openOptions } from '@/utils/browser/tabs.ts';
import { openDraft } from './kept-draft.ts';
import '@/components/base.css';
import './capture.css';

const now = () => Date.now();

/** Null while the storage can't be read. */
let overview: Overview | null = null;
let isTabsAllowed = false;
/** How many commands are on their way. */
let underWay = 0;

document.title = t('capture_title');
const kept = await openDraft();

const doors: CaptureDoors = {
  send: sendAlone,
  understand: async (...source) => (await import('./understand.ts')).understand(...source),
  onKeep: kept.keep,
  onSent: () => void kept.drop(),
  readTabs: addressesOf,
  requestTabs,
  onOptions: () => void openOptions(),
  onAllow: (address) => void requestPermission(address),
  onAnalyses: () => void openAnalyses(),
  onHeld: () => void openHeld(),
};

/** A capture of thousands writes for a while, and to read each time what all is there by then would take longer than that. */
async function sendAlone(command: Command): Promise<Reply> {
  underWay += 1;
  try {
    return await send(command);
  } finally {
    underWay -= 1;
    readAgain();
  }
}

async function read() {
  const surroundings = { local, session, managed, hasPermission, isOnline: () => navigator.onLine, now };
  [overview, isTabsAllowed] = await Promise.all([
    readOverview(surroundings, {}).catch(() => null),
    mayReadTabs(),
  ]);
  show();
}

function show() {
  render(
    overview ? (
      <CaptureView
        overview={overview}
        draft={kept.draft}
        mayReadTabs={isTabsAllowed}
        now={now()}
        doors={doors}
      />
    ) : (
      <Trouble onExport={() => exportLocal().then(saveJson)} onErase={eraseLocal} />
    ),
    document.body,
  );
}

const readAgain = onceAFrame(async () => {
  if (underWay === 0) await read();
});

await read();
onStorageChanged(readAgain);
onPermissionsChanged(readAgain);
addEventListener('online', readAgain);
addEventListener('offline', readAgain);
// What changed between the first read and the first ear for changes would stay unseen until the next one.
readAgain();
// Offers grow old; nothing is read for that, unless it could not be read.
setInterval(() => document.hidden || (overview ? show() : readAgain()), 5 * SECOND);
