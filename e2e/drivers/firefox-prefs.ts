import { type ColorScheme, type LaunchOptions, SERVICE_HOST } from './driver.ts';

/** What Firefox is told: where hosts lead, that it is left alone by itself, and how the extension is treated. */
export function firefoxPrefs(
  { servicePort, pages }: LaunchOptions,
  own: { addonId: string; uuid: string; proxyPort: number; scheme: ColorScheme; downloadDir: string },
): Record<string, string | number | boolean> {
  const hosts = [...(servicePort ? [SERVICE_HOST] : []), ...(pages?.hosts ?? [])];
  const ports = [...(servicePort ? [`443=${servicePort}`] : []), ...(pages ? [`80=${pages.port}`] : [])];
  return {
    'network.dns.localDomains': hosts.join(','),
    'network.socket.forcePort': ports.join(';'),
    // All else goes to a proxy that leads nowhere, and never around it.
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': own.proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': own.proxyPort,
    'network.proxy.no_proxies_on': hosts.join(','),
    'network.proxy.allow_bypass': false,
    'network.proxy.failover_direct': false,
    'network.trr.mode': 5,
    'network.dns.disablePrefetch': true,
    'network.prefetch-next': false,

    'app.normandy.enabled': false,
    'browser.ml.enable': false,
    'browser.newtabpage.activity-stream.feeds.topsites': false,
    'browser.region.network.url': '',
    'browser.search.serpEventTelemetryCategorization.enabled': false,
    'browser.topsites.contile.enabled': false,
    'datareporting.usage.uploadEnabled': false,
    'dom.push.connection.enabled': false,
    'extensions.blocklist.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'media.gmp-manager.url': '',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.enabled': false,
    'toolkit.telemetry.server': '',

    // What a page saves is saved without a question, and where it can be found.
    'browser.download.folderList': 2,
    'browser.download.dir': own.downloadDir,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,

    'dom.security.https_first': false,
    'dom.security.https_first_pbm': false,
    'dom.security.https_only_mode': false,
    // Firefox's own notification windows, which can be read and clicked, instead of the desktop's.
    'alerts.useSystemBackend': false,
    'extensions.webextensions.uuids': JSON.stringify({ [own.addonId]: own.uuid }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextOptionalPermissionPrompts': false,
    'ui.systemUsesDarkTheme': own.scheme === 'dark' ? 1 : 0,
  };
}
