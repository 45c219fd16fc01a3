import { render } from 'preact';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { Popup } from '@/components/popup/Popup.tsx';
import { SECOND } from '@/utils/analyses/time.ts';
import { readOverview } from '@/utils/background/overview.ts';
import { send } from '@/utils/browser/messages.ts';
import { hasPermission, onPermissionsChanged, requestPermission } from '@/utils/browser/permissions.ts';
import { local, onStorageChanged, session } from '@/utils/browser/storage.ts';
import { activeTabUrl, openOptions } from '@/utils/browser/tabs.ts';
import '@/components/base.css';
import './popup.css';

const ROWS = 20;
const now = () => Date.now();
const root = document.body;

const read = () =>
  readOverview({ local, session, hasPermission, isOnline: () => navigator.onLine, now }, ROWS);
const pageUrl = await activeTabUrl();
let overview = await read();

function show() {
  render(
    <Popup
      overview={overview}
      pageUrl={pageUrl}
      now={now()}
      send={send}
      onOptions={() => openOptions().then(() => window.close())}
      onAllow={requestPermission}
    />,
    root,
  );
}

const readAgain = onceAFrame(async () => {
  overview = await read();
  show();
});

show();
onStorageChanged(readAgain);
onPermissionsChanged(readAgain);
addEventListener('online', readAgain);
addEventListener('offline', readAgain);
// Ages and times to come go on; nothing is read for that.
setInterval(() => document.hidden || show(), SECOND);
send({ name: 'look' }).catch(() => {});
