import { between, digest } from './choice.ts';
import { familyOf, type Platform } from './platforms.ts';

const ACTIONS_OF_A_PROCESS = 12;

const PLACES = {
  windows: {
    names: ['chrome.exe', 'chrome_proxy.exe', 'elevation_service.exe', 'notification_helper.exe'],
    programs: 'C:\\Program Files\\Google\\Chrome\\Application\\',
    files: 'C:\\Users\\user\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Cache\\',
  },
  macos: {
    names: ['com.apple.WebKit.WebContent', 'com.apple.WebKit.Networking', 'com.apple.WebKit.GPU'],
    programs: '/System/Library/Frameworks/WebKit.framework/XPCServices/',
    files: '/Users/user/Library/Caches/com.apple.Safari/',
  },
  linux: {
    names: ['firefox', 'plugin-container', 'pingsender', 'crashreporter'],
    programs: '/usr/lib/firefox/',
    files: '/home/user/.cache/mozilla/firefox/default/cache2/entries/',
  },
} as const;

/** The `i`th entry of `behavioral`: a process, and what it did, in the registry too where the platform has one. */
export function describeProcess(i: number, platform: Platform) {
  const family = familyOf(platform);
  const { names, programs, files } = PLACES[family];
  const name = names[i % names.length] ?? '';
  const marks = Array.from({ length: ACTIONS_OF_A_PROCESS }, (_, action) =>
    digest(`${platform}/${i}/${action}`),
  );
  return {
    process: {
      process_id: 1000 + 4 * i,
      name,
      parameters: `"${programs}${name}" --type=renderer --session=${digest(`${platform}/${i}`)}`,
      parent_process_id: i === 0 ? 812 : 1000,
    },
    process_actions: [
      { status: 'success or wait', path: `${programs}${name}`, action_type: 'process_created' },
      { status: 'process is terminating', path: 'unknown', action_type: 'process_terminated' },
    ],
    file_actions: marks.map((mark) => ({
      status: STATUSES[between(0, STATUSES.length - 1, mark)],
      file_name: `f_${mark.slice(0, 12)}`,
      file_path: files + mark.slice(12, 14),
      action_type: FILE_ACTIONS[between(0, FILE_ACTIONS.length - 1, mark)],
    })),
    ...(family === 'windows' && { registry_actions: marks.map(describeRegistryAction) }),
  };
}

const STATUSES = ['success or wait', 'object name not found', 'sharing violation'];
const FILE_ACTIONS = ['file_opened', 'file_created', 'file_written', 'file_read', 'file_deleted'];

function describeRegistryAction(mark: string) {
  const clsid = [
    mark.slice(0, 8),
    mark.slice(8, 12),
    mark.slice(12, 16),
    mark.slice(16, 20),
    mark.slice(20, 32),
  ];
  return {
    status: 'success or wait',
    key_name: `HKEY_CURRENT_USER\\Software\\Classes\\CLSID\\{${clsid.join('-').toUpperCase()}}\\InprocServer32`,
    value_name: 'ThreadingModel',
    value: mark.slice(32, 48),
    action_type: 'key_value_modified',
  };
}
