import { render } from 'preact';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { Options } from '@/components/options/Options.tsx';
import { saveJson } from '@/components/save-json.ts';
import { Trouble } from '@/components/Trouble.tsx';
import { RECENT } from '@/utils/analyses/keys.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import { readOverview } from '@/utils/background/overview.ts';
import { whatGoes } from '@/utils/background/retention-view.ts';
import { t } from '@/utils/browser/i18n.ts';
import { send } from '@/utils/browser/messages.ts';
import { hasPermission, onPermissionsChanged, requestPermission } from '@/utils/browser/permissions.ts';
import {
  bytesUsed,
  eraseLocal,
  exportLocal,
  local,
  managed,
  onStorageChanged,
  session,
} from '@/utils/browser/storage.ts';
import '@/components/base.css';
import './options.css';

const surroundings = {
  local,
  session,
  managed,
  hasPermission,
  isOnline: () => navigator.onLine,
  now: () => Date.now(),
};

const onExport = () => exportLocal().then(saveJson);

async function show() {
  const overview = await readOverview(surroundings, { newest: RECENT }).catch(() => null);
  if (!overview) setTimeout(showAgain, SECOND);
  render(
    overview ? (
      <Options
        overview={overview}
        send={send}
        requestPermission={requestPermission}
        onExport={onExport}
        whatGoes={(rule) => whatGoes(local, rule, Date.now())}
        readUsed={bytesUsed}
      />
    ) : (
      <Trouble onExport={onExport} onErase={eraseLocal} />
    ),
    document.body,
  );
}

const showAgain = onceAFrame(show);

document.title = t('options_title');
await show();
onStorageChanged(showAgain);
onPermissionsChanged(showAgain);
// What changed between the first read and the first ear for changes would stay unseen until the next one.
showAgain();
