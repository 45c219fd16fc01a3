import { t } from '@/utils/browser/i18n.ts';
import { defang, defangedParts } from '@/utils/capture/defang.ts';
import { CutText } from './CutText.tsx';

const DOT = '[.]';
const LONGEST_DOMAIN = 18;

/** How much of a host's end stays: its last two names, which mostly tell whose it is. */
function domainLength(host: string): number {
  const domain = DOT + host.split(DOT).slice(-2).join(DOT);
  return Math.min(domain.length, LONGEST_DOMAIN);
}

/** A URL on one line: defanged, the host in full weight, the middle of what is too long cut out. Never a link. */
function DefangedUrl({ href }: { href: string }) {
  const { before, host, after } = defangedParts(href);
  return (
    <span class="url" title={defang(href)}>
      <span class="url-before">{before}</span>
      <CutText class="url-host" text={host} keep={domainLength(host)} />
      <CutText class="url-after" text={after} keep={8} />
    </span>
  );
}

/** The first of some URLs, and how many more there are. */
export function DefangedUrls({ hrefs: [first, ...more] }: { hrefs: readonly string[] }) {
  return (
    <>
      {first && <DefangedUrl href={first} />}
      {more.length > 0 && <span class="more">{t('urls_more', more.length)}</span>}
    </>
  );
}

/** A URL in full, over as many lines as it takes. */
export function WholeUrl({ href }: { href: string }) {
  const { before, host, after } = defangedParts(href);
  return (
    <span class="whole-url">
      {before}
      <b>{host}</b>
      {after}
    </span>
  );
}
