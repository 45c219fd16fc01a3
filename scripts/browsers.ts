import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Where a browser may be: the variable that decides it, its programs' names, its usual places. */
interface Whereabouts {
  variable: string;
  programs: readonly string[];
  places: Partial<Record<NodeJS.Platform, readonly string[]>>;
}

const WHEREABOUTS: Record<BrowserName, Whereabouts> = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    programs: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    places: {
      darwin: [
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: [
        'Chromium\\Application\\chrome.exe',
        'Google\\Chrome\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ],
    },
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    programs: ['firefox-esr', 'firefox'],
    places: {
      darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      win32: ['Mozilla Firefox\\firefox.exe'],
    },
  },
};

const BROWSER_PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

const DISPLAY_TOOLS = { Xvfb: 'xvfb', openbox: 'openbox', xdotool: 'xdotool' };

/**
 * The program of an installed browser: what `CHROMIUM_PATH` or `FIREFOX_PATH` names, else the first one found
 * on the path or in the system's usual places.
 *
 * @throws When the variable names something that can't be run: falling back in silence would test another browser.
 */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, programs, places } = WHEREABOUTS[name];
  const chosen = process.env[variable];
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`${variable} names ${chosen}, which can't be run`);
    return chosen;
  }
  const usual = places[process.platform] ?? [];
  const candidates = process.platform === 'win32' ? usual.flatMap(onWindows) : usual;
  return programs.map(findOnPath).find(Boolean) ?? candidates.find(isProgram);
}

/**
 * The programs of both browsers. Debian's packages are installed where one is missing and we may.
 *
 * @throws With one line that says what to install, where it isn't ours to.
 */
export function ensureBrowsers(): Record<BrowserName, string> {
  const names: BrowserName[] = ['chromium', 'firefox'];
  install(names.filter((name) => !findBrowser(name)).map((name) => BROWSER_PACKAGES[name]));
  const [chromium, firefox] = names.map(findBrowser);
  if (chromium && firefox) return { chromium, firefox };
  const missing = [!chromium && 'Chromium, Chrome or Edge', !firefox && 'Firefox'].filter(Boolean);
  throw new Error(
    `Please install ${missing.join(' and ')}, or name the program in CHROMIUM_PATH or FIREFOX_PATH.`,
  );
}

/** Whether a virtual display can be used; installs Debian's packages where we may, else says what is missing. */
export function ensureDisplayTools(): boolean {
  if (process.platform !== 'linux') {
    console.log('No native right-click here: it is done under a virtual X display, on Linux.');
    return false;
  }
  const missing = () => Object.entries(DISPLAY_TOOLS).filter(([program]) => !findOnPath(program));
  install(missing().map(([, name]) => name));
  const names = missing().map(([, name]) => name);
  if (names.length > 0) console.log(`No native right-click here: please install ${names.join(', ')}.`);
  return names.length === 0;
}

/** Installs a font (2 MB) for Chinese, Japanese and Korean where there is none, for pictures without boxes. */
export function ensureFonts(): boolean {
  const isComplete = () => findOnPath('fc-list') !== undefined && output('fc-list', [':lang=ja']) !== '';
  if (process.platform !== 'linux' || isComplete()) return true;
  install(['fontconfig', 'fonts-droid-fallback']);
  if (isComplete()) return true;
  console.log('Pictures will lack Chinese, Japanese and Korean: please install fonts-droid-fallback.');
  return false;
}

/** Installs packages where we are root on a system with apt; elsewhere, and where that fails, does nothing. */
function install(packages: readonly string[]): void {
  if (packages.length === 0 || process.getuid?.() !== 0 || !findOnPath('apt-get')) return;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options: ExecFileSyncOptions = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  } catch (error) {
    // What is missing is told by the caller, which knows what it is for.
    console.error(`apt-get failed: ${(error as Error).message}`);
  }
}

function findOnPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const name = process.platform === 'win32' ? `${program}.exe` : program;
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function onWindows(place: string): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return roots.filter((root) => root !== undefined).map((root) => join(root, place));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function output(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8' }).trim();
}
