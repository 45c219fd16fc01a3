import { defang, defangedParts } from '@/utils/capture/defang.ts';
import { CutText } from './CutText.tsx';

/** A URL on one line: defanged, the host in full weight, the middle of what is too long cut out. Never a link. */
export function DefangedUrl({ href }: { href: string }) {
  const { before, host, after } = defangedParts(href);
  return (
    <span class="url" title={defang(href)}>
      <span class="url-before">{before}</span>
      <CutText class="url-host" text={host} keep={20} />
      <CutText class="url-after" text={after} keep={14} />
    </span>
  );
}

/** The same in full, over as many lines as it takes. */
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
