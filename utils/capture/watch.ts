import type { Sighting } from './guard/sighting.ts';
import { guard, withoutAll } from './guard.ts';
import { isPrivateHost } from './private-host.ts';
import { unwrap } from './unwrap.ts';
import { guardWrapped } from './wrapped.ts';

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

/**
 * What the guard sees in a URL that it is to look at, and in what services wrapped in it where that is of another kind; the host
 * itself is no finding where private ones are allowed.
 */
export function watch(href: string, { guard: level, ownDomains, allowPrivateHosts }: Watch): Sighting[] {
  if (level === 'off') return [];
  const sightings = guard(href, { ownDomains });
  if (!URL.canParse(href)) return sightings;
  const kinds = new Set(sightings.map(({ kind }) => kind));
  const all = [...sightings, ...guardWrapped(href, ownDomains).filter(({ kind }) => !kinds.has(kind))];
  return allowPrivateHosts
    ? all.filter(({ kind, part }) => kind !== 'privateHost' || part.in !== 'host')
    : all;
}

/** Where a sighting stands, as it was stored. */
interface Stored {
  kind: string;
  start: number;
  end: number;
}

/**
 * The URL without the parts that the guard saw in it, as it would be sent; its host stays. Undefined where there is nothing that
 * could be left out, or where something of what was seen would still be there.
 */
export function withoutSighted({
  href,
  sightings = [],
}: {
  href: string;
  sightings?: readonly Stored[] | undefined;
}): string | undefined {
  const seen = guard(href, { ownDomains: [] });
  const isSame = (one: Stored, { kind, part }: Sighting) =>
    one.kind === kind && one.start === part.start && one.end === part.end;
  const cut = seen.filter((sighting) => sightings.some((one) => isSame(one, sighting)));
  const others = sightings.filter((one) => !cut.some((sighting) => isSame(one, sighting)));
  const rest = withoutAll(href, cut);
  if (rest === href) return undefined;
  // A gateway's form may be broken by a cut beside the URL that it holds: that is then still there, though it can't be read any more.
  const forms = [rest, blanked(href, cut)];
  const isWithin = forms.some((form) =>
    guardWrapped(form, []).some(({ kind }) => sightings.some((one) => one.kind === kind)),
  );
  return isWithin || others.some((one) => isLeft(one, href, forms)) ? undefined : rest;
}

/** Everything before a host. */
const BEFORE = /^https?:\/\/(?:[^/?#]*@)?$/;

/** Whether what the guard does not see in the URL itself, and so can't cut, may still be in it. */
function isLeft({ start, end }: Stored, href: string, forms: readonly string[]): boolean {
  const text = href.slice(start, end);
  if (text === new URL(href).hostname && BEFORE.test(href.slice(0, start))) return false;
  return forms.some((form) => form.includes(text) || unwrap(form).length > 0);
}

/** The URL in the same form, with a letter for each part that is cut. */
function blanked(href: string, cut: readonly Sighting[]): string {
  const places = cut.map(({ part }) => part).sort((one, other) => other.start - one.start);
  return places.reduce((text, { start, end }) => `${text.slice(0, start)}x${text.slice(end)}`, href);
}
