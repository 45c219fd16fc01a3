import { defineConfig } from 'wxt';

const EXTENSION_PAGES_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https: http://127.0.0.1:* http://localhost:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Preact can set HTML from strings; we never do, and with this no one can: what would be HTML is shown as text. */
const textOnly = {
  name: 'text-only',
  transform(code: string, id: string) {
    return id.includes('/preact/') ? code.replaceAll('.innerHTML', '.textContent') : undefined;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  vite: () => ({ plugins: [textOnly] }),
  manifestVersion: 3,
  hooks: {
    // The panel's title comes from its HTML, which no browser translates.
    'build:manifestGenerated': (_, manifest) => {
      const { sidebar_action: sidebar } = manifest as { sidebar_action?: { default_title: string } };
      if (sidebar) sidebar.default_title = '__MSG_analyses_page_title__';
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
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
    content_security_policy: { extension_pages: EXTENSION_PAGES_CSP },
    // One background for all windows: what is captured in a private one is kept in memory only.
    incognito: 'spanning',
    omnibox: { keyword: 'det' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      'detonate-page': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_command_page__' },
    },
    optional_permissions: ['tabs'],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: {
      default_title: '__MSG_action_title__',
      default_icon: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png' },
      ...(browser === 'firefox' && {
        theme_icons: [16, 32].map((size) => ({
          dark: `icon/${size}.png`,
          light: `icon/${size}-on-dark.png`,
          size,
        })),
      }),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{6f0c1d4e-2f4b-4c0e-9a57-5b1e6c7d9f23}',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['browsingActivity', 'authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: '130', storage: { managed_schema: 'managed_schema.json' } }),
  }),
});
