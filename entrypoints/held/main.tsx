import { render } from 'preact';
import { HeldView } from '@/components/held/HeldView.tsx';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { saveJson } from '@/components/save-json.ts';
import { Trouble } from '@/components/Trouble.tsx';
import { SECOND } from '@/utils/analyses/time.ts';
import { type Overview, readOverview } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { send } from '@/utils/browser/messages.ts';
import { hasPermission } from '@/utils/browser/permissions.ts';
import {
  eraseLocal,
  exportLocal,
  local,
  managed,
  onStorageChanged,
  session,
} from '@/utils/browser/storage.ts';
import '@/components/base.css';
import './held.css';

const now = () => Date.now();
const surroundings = { local, session, managed, hasPermission, isOnline: () => navigator.onLine, now };

/** Null while the storage can't be read. */
let overview: Overview | null = null;

async function read() {
  overview = await readOverview(surroundings, {}).catch(() => null);
  show();
}

function show() {
  render(
    overview ? (
      <HeldView rows={overview.rows} now={now()} send={send} />
    ) : (
      <Trouble onExport={() => exportLocal().then(saveJson)} onErase={eraseLocal} />
    ),
    document.body,
  );
}

const readAgain = onceAFrame(read);

document.title = t('held_title');
await read();
onStorageChanged(readAgain);
// What changed between the first read and the first ear for changes would stay unseen until the next one.
readAgain();
// Ages go on; nothing is read for that, unless it could not be read.
setInterval(() => document.hidden || (overview ? show() : readAgain()), 5 * SECOND);
