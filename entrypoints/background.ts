import { defineBackground } from 'wxt/utils/define-background';
import { createBackground } from '@/utils/background/background.ts';
import { openPopup, showBadge } from '@/utils/browser/action.ts';
import { onAlarm, setAlarm } from '@/utils/browser/alarms.ts';
import { onCommand } from '@/utils/browser/command-listener.ts';
import { fetchOnOwnConnection } from '@/utils/browser/fetch.ts';
import { t, timeOfDay } from '@/utils/browser/i18n.ts';
import { onPageKey } from '@/utils/browser/keys.ts';
import {
  onBrowserStart,
  onInstalled,
  onOnline,
  onUpdateAvailable,
  reload,
} from '@/utils/browser/lifecycle.ts';
import { menuApi, onMenuClick } from '@/utils/browser/menus.ts';
import { notify, onNotificationButton, onNotificationClick } from '@/utils/browser/notifications.ts';
import { onOmniboxEntered, onOmniboxTyped } from '@/utils/browser/omnibox.ts';
import { hasPermission, onPermissionsChanged } from '@/utils/browser/permissions.ts';
import { disk, managed, session } from '@/utils/browser/storage.ts';
import { openCapture, openHeld, openOptions, openReport } from '@/utils/browser/tabs.ts';
import { createClient } from '@/utils/spectra/client.ts';

export default defineBackground(() => {
  const background = createBackground({
    local: disk,
    session,
    managed,
    locks: navigator.locks,
    clientFor: (credentials) => createClient({ credentials, fetch: fetchOnOwnConnection, now: Date.now }),
    hasPermission,
    isOnline: () => navigator.onLine,
    now: Date.now,
    elapsed: () => performance.now(),
    after: (ms, callback) => void setTimeout(callback, ms),
    random: Math.random,
    setAlarm,
    menus: menuApi,
    notify,
    showBadge,
    openOptions,
    openReport,
    openDraft: openCapture,
    openHeld,
    openPopup,
    reload,
    t,
    timeOfDay,
  });

  // Listeners are registered in the first turn: the event that woke the background is given to those only.
  onInstalled(background.installed);
  onBrowserStart(background.started);
  onMenuClick(background.menuClicked);
  onCommand(background.command);
  onOmniboxTyped(background.omniboxHint);
  onOmniboxEntered(background.omniboxEntered);
  onPageKey(background.pageKeyPressed);
  onAlarm(background.tick);
  onPermissionsChanged(background.tick);
  onOnline(background.cameOnline);
  onNotificationClick(background.noticeClicked);
  onNotificationButton(background.noticeButtonClicked);
  onUpdateAvailable(background.updateAvailable);

  // Firefox forgets alarms when it ends, and an update of the extension takes Chromium's: what is due is derived at each start.
  void background.woke();
});
