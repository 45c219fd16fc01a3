import { render } from 'preact';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { Report, UnknownBatch } from '@/components/report/Report.tsx';
import { saveReport } from '@/components/report/save-report.ts';
import { saveJson } from '@/components/save-json.ts';
import { Trouble } from '@/components/Trouble.tsx';
import { isPrivateId } from '@/utils/analyses/keys.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import { t } from '@/utils/browser/i18n.ts';
import { send } from '@/utils/browser/messages.ts';
import { hasPermission, onPermissionsChanged } from '@/utils/browser/permissions.ts';
import {
  eraseLocal,
  exportLocal,
  local,
  managed,
  onStorageChanged,
  session,
} from '@/utils/browser/storage.ts';
import { openHeld, openLink } from '@/utils/browser/tabs.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import { readReport } from './read.ts';
import '@/components/base.css';
import './report.css';

const now = () => Date.now();
const surroundings = { local, session, managed, hasPermission, isOnline: () => navigator.onLine, now };
const doors = { send, onLink: openLink, onHeld: () => void openHeld(), onSave: saveReport };

/** What the page was opened for: a batch, and one analysis of it where one is named. */
function place(): { batchId: string; id: string } {
  const [batchId = '', id = ''] = location.hash.slice(1).split('/');
  return { batchId, id };
}

function hostOf(href: string): string {
  return defangHost(new URL(href).hostname);
}

/** Null while the storage can't be read. */
let view: (Awaited<ReturnType<typeof readReport>> & { batchId: string }) | null = null;

async function read() {
  const { batchId } = place();
  view = await readReport(surroundings, batchId).then(
    (report) => ({ ...report, batchId }),
    () => null,
  );
  show();
}

function choose(id: string) {
  history.replaceState(null, '', `#${place().batchId}/${id}`);
  show();
}

function show() {
  const [first, ...more] = view?.rows ?? [];
  // A title goes into the history: the host tells tabs apart, and more is nobody's business; of what is private not even that.
  const isNamed = first && !isPrivateId(first.analysis.id);
  document.title = isNamed ? t('report_title_of', hostOf(first.analysis.href)) : t('report_title');
  render(
    !view ? (
      <Trouble onExport={() => exportLocal().then(saveJson)} onErase={eraseLocal} />
    ) : first ? (
      <Report
        key={view.batchId}
        rows={[first, ...more]}
        keepBriefs={view.keepBriefs}
        now={now()}
        id={place().id}
        onChoose={choose}
        doors={doors}
      />
    ) : (
      <UnknownBatch />
    ),
    document.body,
  );
}

const readAgain = onceAFrame(read);

await read();
onStorageChanged(readAgain);
onPermissionsChanged(readAgain);
addEventListener('hashchange', readAgain);
addEventListener('online', readAgain);
addEventListener('offline', readAgain);
// What changed between the first read and the first ear for changes would stay unseen until the next one.
readAgain();
// Times go on; nothing is read for that, unless it could not be read.
setInterval(() => document.hidden || (view ? show() : readAgain()), 5 * SECOND);
send({ name: 'look' }).catch(() => {});
