import type { Sighting } from './guard/sighting.ts';
import { guard, withoutAll } from './guard.ts';
import { isPrivateHost } from './private-host.ts';

/** What the user, or their company, wants of the guard. */
export interface Watch {
  guard: 'ask' | 'warn' | 'off';
  ownDomains: readonly string[];
  allowPrivateHosts: boolean;
}

/** Whether a URL is refused: its host is one that the sandbox can't reach, and that is nobody else's business. `href` must be a URL. */
export function isRefused(href: string, { allowPrivateHosts }: Watch): boolean {
  return !allowPrivateHosts && isPrivateHost(new URL(href).hostname);
}

/** What the guard sees in a URL that it is to look at; the host itself is no finding where private ones are allowed. */
export function watch(href: string, { guard: level, ownDomains, allowPrivateHosts }: Watch): Sighting[] {
  if (level === 'off') return [];
  const sightings = guard(href, { ownDomains });
  return allowPrivateHosts
    ? sightings.filter(({ kind, part }) => kind !== 'privateHost' || part.in !== 'host')
    : sightings;
}

/** The URL without the parts that the guard saw in it, as it would be sent; undefined where there is nothing that could be left out. */
export function withoutSighted({
  href,
  sightings = [],
}: {
  href: string;
  sightings?: readonly { kind: string; start: number; end: number }[] | undefined;
}): string | undefined {
  const isStored = ({ kind, part }: Sighting) =>
    sightings.some((one) => one.kind === kind && one.start === part.start && one.end === part.end);
  const rest = withoutAll(href, guard(href, { ownDomains: [] }).filter(isStored));
  return rest === href ? undefined : rest;
}
