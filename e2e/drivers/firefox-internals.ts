/**
 * What the driver asks of Firefox's own window. Each function is sent there as text: it must be self-contained.
 */
import type { PendingAlarm, ShownNotification } from './driver.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;
declare const ChromeUtils: Internal;
declare const Services: Internal;
declare const WebExtensionPolicy: Internal;

/** Puts the extension's button on the toolbar and starts to write down its notifications. */
export function prepare(addonId: string, buttonId: string): void {
  const { CustomizableUI } = ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  CustomizableUI.addWidgetToArea(`${buttonId}-browser-action`, 'nav-bar');
  const { extension } = WebExtensionPolicy.getByID(addonId);
  const shown = extension.apiManager.getAPI('notifications', extension, 'addon_parent').notificationsMap;
  const noted: ShownNotification[] = [];
  const note = (id: string, { options }: Internal) =>
    noted.push({ id, title: options.title ?? '', message: options.message ?? '' });
  for (const [id, notification] of shown) note(id, notification);
  const { set } = shown;
  shown.set = (id: string, notification: Internal) => {
    note(id, notification);
    return set.call(shown, id, notification);
  };
  shown.noted = noted;
}

export function readNotifications(addonId: string): ShownNotification[] {
  const { extension } = WebExtensionPolicy.getByID(addonId);
  return extension.apiManager.getAPI('notifications', extension, 'addon_parent').notificationsMap.noted;
}

/** Whether windows of notifications are there, and none of them is still opening: as it opens it takes the focus. */
export function areNotificationsOpen(): boolean {
  const alerts = [...Services.wm.getEnumerator('alert:alert')];
  return alerts.length > 0 && alerts.every((alert) => alert.gIsActive);
}

/** Clicks the notification's window; false while it isn't there. It stays for 20 s. */
export function clickNotification(addonId: string, id: string): boolean {
  const { extension } = WebExtensionPolicy.getByID(addonId);
  const api = extension.apiManager.getAPI('notifications', extension, 'addon_parent');
  const options = api.notificationsMap.get(id)?.options;
  if (!options) throw new Error(`There is no notification ${id} to be seen`);
  for (const alert of Services.wm.getEnumerator('alert:alert')) {
    const [, title, message] = alert.arguments;
    if (title !== options.title || message !== options.message || !alert.gIsActive) continue;
    alert.document.getElementById('alertBox').click();
    return true;
  }
  return false;
}

export async function readStorage(
  addonId: string,
): Promise<{ local: Record<string, unknown>; session: Record<string, unknown> }> {
  const { extension } = WebExtensionPolicy.getByID(addonId);
  const { ExtensionStorageIDB } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionStorageIDB.sys.mjs',
  );
  const { extensionStorageSession } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionStorage.sys.mjs',
  );
  const database = await ExtensionStorageIDB.open(ExtensionStorageIDB.getStoragePrincipal(extension));
  const local = await database.get(null);
  database.close();
  const session: Record<string, unknown> = {};
  for (const [key, holder] of Object.entries<Internal>(extensionStorageSession.get(extension, null))) {
    // Unless told to keep them, the holder gives its data away.
    session[key] = holder.deserialize(globalThis, true);
  }
  return { local, session };
}

export function readBadge(addonId: string): string {
  const { extension } = WebExtensionPolicy.getByID(addonId);
  return extension.apiManager.global.browserActionFor(extension).action.getProperty(null, 'badgeText') ?? '';
}

export function readAlarms(addonId: string): PendingAlarm[] {
  const { extension } = WebExtensionPolicy.getByID(addonId);
  const { alarms } = extension.apiManager.getAPI('alarms', extension, 'addon_parent');
  return [...alarms.values()].map(({ name, scheduledTime }) => ({ name, scheduledTime }));
}

/** Does what the alarm's timer would do. */
export function fireAlarm(addonId: string, name: string): void {
  const { extension } = WebExtensionPolicy.getByID(addonId);
  const alarm = extension.apiManager.getAPI('alarms', extension, 'addon_parent').alarms.get(name);
  if (!alarm) throw new Error(`There is no alarm ${name}`);
  alarm.observe(alarm.timer);
}

/** Where the files are that were saved and are whole. */
export async function listDownloads(): Promise<string[]> {
  const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
  const list = await Downloads.getList(Downloads.ALL);
  const downloads: Internal[] = await list.getAll();
  return downloads.filter(({ succeeded }) => succeeded).map(({ target }) => target.path);
}

export function readBackgroundState(addonId: string): string {
  return WebExtensionPolicy.getByID(addonId).extension.backgroundState;
}

export async function stopBackground(addonId: string): Promise<void> {
  await WebExtensionPolicy.getByID(addonId).extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}

export function setDarkTheme(value: number): void {
  Services.prefs.setIntPref('ui.systemUsesDarkTheme', value);
}
