import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from './driver.ts';

declare const chrome: typeof import('wxt/browser').browser;

const ADDON_ID = 'probe@detonate.test';

/** Writes a tiny extension with a menu as ours, for the drivers' own tests, to a temporary folder. */
export async function writeProbeExtension(browser: BrowserName): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'detonate-probe-'));
  const page = `<!doctype html><title>Probe</title><p></p><input><button>Store</button>
    <input id="file" type="file" aria-label="A file" hidden><script src="page.js"></script>`;
  const files = {
    'manifest.json': JSON.stringify({ ...MANIFEST, ...OWN[browser] }),
    'background.js': `(${background})();`,
    'page.js': `(${drivePage})();`,
    'popup.html': page,
    'options.html': page,
    'panel.html': page,
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"/>',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
  return dir;
}

const PERMISSIONS = ['activeTab', 'alarms', 'contextMenus', 'notifications', 'storage'];

const MANIFEST = {
  manifest_version: 3,
  name: 'Probe',
  version: '1.0',
  host_permissions: ['https://data.reversinglabs.com/*'],
  optional_host_permissions: ['https://*/*'],
  action: { default_popup: 'popup.html' },
  options_ui: { page: 'options.html', open_in_tab: true },
  optional_permissions: ['tabs'],
  omnibox: { keyword: 'probe' },
  commands: {
    send: { suggested_key: { default: 'Alt+Shift+K' }, description: 'Send' },
    _execute_action: { suggested_key: { default: 'Alt+Shift+U' } },
  },
};

const OWN = {
  chromium: {
    permissions: [...PERMISSIONS, 'sidePanel'],
    side_panel: { default_path: 'panel.html' },
    background: { service_worker: 'background.js' },
  },
  firefox: {
    permissions: PERMISSIONS,
    sidebar_action: { default_panel: 'panel.html', default_title: 'Probe', open_at_install: false },
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: ADDON_ID, strict_min_version: '140.0' } },
  },
};

function background(): void {
  type Entry = Parameters<typeof chrome.contextMenus.create>[0];
  const parents = ['link', 'page', 'image', 'frame', 'selection'] as const;
  const titles = ['again', '-', 'windows11', 'linux', '-', 'mine'];
  chrome.runtime.onInstalled.addListener(async () => {
    await chrome.contextMenus.removeAll();
    for (const parentId of parents) {
      chrome.contextMenus.create({ id: parentId, title: `Detonate ${parentId}`, contexts: [parentId] });
      for (const [index, title] of titles.entries()) {
        const id = `${parentId}/${title === '-' ? index : title}`;
        const entry: Entry = title === '-' ? { type: 'separator' } : { title };
        chrome.contextMenus.create({ id, parentId, contexts: [parentId], ...entry });
      }
    }
    await chrome.storage.local.set({ installed: true });
  });
  chrome.contextMenus.onClicked.addListener(async (info, tab) => {
    await chrome.storage.local.set({ clicked: info, tabUrl: tab?.url, clickedTab: tab });
    await chrome.storage.session.set({ clicks: [info.menuItemId] });
    await chrome.action.setBadgeText({ text: '7' });
    await chrome.notifications.create('sent', {
      type: 'basic',
      iconUrl: 'icon.svg',
      title: 'Sent',
      message: 'It is on its way',
    });
  });
  chrome.omnibox.onInputEntered.addListener(async (text, disposition) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.storage.local.set({ entered: { text, disposition, tabUrl: tab?.url } });
  });
  chrome.commands.onCommand.addListener((command, tab) => {
    void chrome.storage.local.set({ commanded: { command, tab } });
  });
  chrome.alarms.onAlarm.addListener(({ name }) => {
    void chrome.storage.local.set({ rang: name });
  });
  chrome.notifications.onClicked.addListener(
    (id) => void chrome.storage.local.set({ notificationClicked: id }),
  );
}

async function drivePage(): Promise<void> {
  const button = document.querySelector('button') as HTMLButtonElement;
  const input = document.querySelector('input') as HTMLInputElement;
  button.addEventListener('click', async () => {
    const typed = input.value;
    // Firefox lets one ask only in the very turn of the click.
    const granted = typed === 'ask' && (await chrome.permissions.request({ origins: ['https://*/*'] }));
    await chrome.storage.local.set({ typed, granted });
  });
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  (document.querySelector('p') as HTMLParagraphElement).textContent = `Over ${tab?.url}`;
}
