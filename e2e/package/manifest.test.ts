import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What both packages declare, word for word: whoever changes it gives the reason in docs/permissions.md. */
const COMMON = {
  manifest_version: 3,
  name: '__MSG_extension_name__',
  short_name: '__MSG_extension_short_name__',
  description: '__MSG_extension_description__',
  default_locale: 'en',
  version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  permissions: [
    'contextMenus',
    'storage',
    'unlimitedStorage',
    'activeTab',
    'alarms',
    'notifications',
    'declarativeNetRequestWithHostAccess',
  ],
  host_permissions: ['https://data.reversinglabs.com/*'],
  optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
  content_security_policy: { extension_pages: CSP },
  incognito: 'spanning',
  omnibox: { keyword: 'det' },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
    'detonate-page': {
      suggested_key: { default: 'Alt+Shift+U' },
      description: '__MSG_command_page__',
    },
  },
  optional_permissions: ['tabs'],
  options_ui: { open_in_tab: true, page: 'options.html' },
};

const ACTION = {
  default_title: expect.any(String),
  default_popup: 'popup.html',
  default_icon: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png' },
};

function manifest(browser: 'chrome' | 'firefox'): unknown {
  return JSON.parse(readFileSync(`.output/${browser}-mv3/manifest.json`, 'utf8'));
}

it.each([
  ...COMMON.permissions,
  ...COMMON.optional_permissions,
  'sidePanel',
  ...COMMON.host_permissions,
  ...COMMON.optional_host_permissions,
])('docs/permissions.md and the README give a reason for %s', (permission) => {
  for (const file of ['docs/permissions.md', 'README.md']) {
    const rows = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows.join(), file).toContain(`\`${permission}\``);
  }
});

describe('the built manifest', () => {
  it('is this for Chrome and Edge, and nothing more', () => {
    expect(manifest('chrome')).toEqual({
      ...COMMON,
      action: ACTION,
      background: { service_worker: 'background.js' },
      permissions: [...COMMON.permissions, 'sidePanel'],
      side_panel: { default_path: 'sidepanel.html' },
      storage: { managed_schema: 'managed_schema.json' },
      minimum_chrome_version: '130',
    });
  });

  it('is this for Firefox, and nothing more', () => {
    expect(manifest('firefox')).toEqual({
      ...COMMON,
      action: {
        ...ACTION,
        theme_icons: [
          { dark: 'icon/16.png', light: 'icon/16-on-dark.png', size: 16 },
          { dark: 'icon/32.png', light: 'icon/32-on-dark.png', size: 32 },
        ],
      },
      background: { scripts: ['background.js'] },
      sidebar_action: {
        default_panel: 'sidepanel.html',
        default_title: '__MSG_analyses_page_title__',
        open_at_install: false,
      },
      browser_specific_settings: {
        gecko: {
          id: '{6f0c1d4e-2f4b-4c0e-9a57-5b1e6c7d9f23}',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['browsingActivity', 'authenticationInfo'] },
        },
      },
    });
  });
});
