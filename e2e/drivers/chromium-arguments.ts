import { type LaunchOptions, SERVICE_HOST } from './driver.ts';

/** What Chromium is told: where hosts lead, that it is left alone by itself, and how large its window is. */
export function chromiumArguments(
  { servicePort, pages, headless }: LaunchOptions,
  proxyPort: number,
): string[] {
  const served = [
    ...(servicePort ? [{ host: SERVICE_HOST, from: 443, to: servicePort }] : []),
    ...(pages?.hosts ?? []).map((host) => ({ host, from: 80, to: pages?.port })),
  ];
  const mapped = served.map(({ host, from, to }) => `MAP ${host}:${from} 127.0.0.1:${to}`);
  const rules = [...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless || process.platform !== 'linux' ? [] : ['--ozone-platform=x11']),
    `--host-resolver-rules=${rules.join(',')}`,
    `--proxy-server=127.0.0.1:${proxyPort}`,
    `--proxy-bypass-list=${served.map(({ host }) => host).join(';')}`,
    '--window-position=0,0',
    '--window-size=1200,900',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    '--no-default-browser-check',
    '--no-first-run',
  ];
}

/**
 * What Chromium, Chrome and Edge ask of their makers whatever they are told: sign-ins, updates, dictionaries; and of the search
 * engine, where the address bar is used.
 */
export const OWN_ERRANDS =
  /^(https?:\/\/)?([\w-]+\.)*(bing|duckduckgo|google|googleapis|gstatic|gvt1|microsoft|msn)\.com[:/]/;
