import { defangReported } from '@/utils/capture/defang.ts';

/** Where a link of a report may be opened, or what may be shown of one that leads elsewhere. */
export type Place = { url: string } | { elsewhere: string };

const VENDOR = 'reversinglabs.com';

/** Links are opened over https only, at the vendor's hosts or the service's own. */
export function placeOf(link: string, address: string | undefined): Place {
  const url = URL.parse(link);
  const isOurs =
    url?.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    (isVendors(url) || url.host === URL.parse(address ?? '')?.host);
  return url && isOurs ? { url: url.href } : { elsewhere: defangReported(link) };
}

function isVendors({ hostname, port }: URL): boolean {
  return port === '' && (hostname === VENDOR || hostname.endsWith(`.${VENDOR}`));
}
