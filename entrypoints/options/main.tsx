import { render } from 'preact';
import { onceAFrame } from '@/components/once-a-frame.ts';
import { Options } from '@/components/options/Options.tsx';
import { RECENT } from '@/utils/analyses/keys.ts';
import { readOverview } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { send } from '@/utils/browser/messages.ts';
import { hasPermission, onPermissionsChanged, requestPermission } from '@/utils/browser/permissions.ts';
import { local, onStorageChanged, session } from '@/utils/browser/storage.ts';
import '@/components/base.css';
import './options.css';

const surroundings = {
  local,
  session,
  hasPermission,
  isOnline: () => navigator.onLine,
  now: () => Date.now(),
};

async function show() {
  const overview = await readOverview(surroundings, RECENT);
  render(<Options overview={overview} send={send} requestPermission={requestPermission} />, document.body);
}

const showAgain = onceAFrame(show);

document.title = t('options_title');
await show();
onStorageChanged(showAgain);
onPermissionsChanged(showAgain);
