import { echoesIn, secretsIn } from './guard/echoes.ts';
import { type Cut, leftOut } from './guard/left-out.ts';
import { isWithin } from './guard/own.ts';
import { isInner } from './guard/private.ts';
import { sightedIn } from './guard/read.ts';
import type { Sighting } from './guard/sighting.ts';

interface GuardOptions {
  /** The company's domains; their subdomains belong to them. */
  ownDomains?: readonly string[];
}

/** Services that give each inbox a host of its own. */
const INBOXES =
  /^(?:[a-z\d]{12,}\.(?:[mx]\.(?:pipedream|requestbin)\.net|hooks\.n8n\.cloud|oast\.\w+|(?:[\w-]+\.)?oastify\.com|burpcollaborator\.net)|(?!www\.)[a-z\d-]{6,}\.(?:webhook\.site|requestcatcher\.com)|[\da-f-]{36}\.trayapp\.io)$/;

const ROUNDS = 8;

/** More are not looked for all over the URL, which would cost the square of its length. */
const MOST_SECRETS = 128;

/** So many reasons are enough; each shows a URL of its own. */
const MOST = 32;

/**
 * What in a URL should stay at home, read from the text alone: access, a person's address or account, an inner host. Each sighting
 * is one to ask about. Offsets are those of the URL as `URL` writes it. Never throws; what is no URL of the web has none.
 */
export function guard(href: string, options: GuardOptions = {}): Sighting[] {
  const url = URL.parse(href);
  if (!url || !/^https?:$/.test(url.protocol)) return [];
  return found(url, options.ownDomains)
    .slice(0, MOST)
    .map(({ cut, ...sighting }) => (cut ? { ...sighting, without: leftOut(url.href, [cut]) } : sighting));
}

/**
 * The URL with these left out, what else of their kinds is in it or shows by that, and what repeats one of them; hosts stay.
 * `href` must be a URL.
 */
export function withoutAll(href: string, sightings: readonly Sighting[]): string {
  const kinds = new Set(sightings.map(({ kind }) => kind));
  const starts = new Set(sightings.map(({ part }) => part.start));
  const secrets = new Set<string>();
  let url = new URL(href);
  let told = found(url).filter(({ part }) => starts.has(part.start));
  for (let round = 0; ; round++) {
    const before = url.href;
    const cuts = told.flatMap(({ cut, part }) => {
      if (!cut) return [];
      for (const secret of secretsIn(before.slice(part.start, part.end), part.in)) secrets.add(secret);
      return [cut];
    });
    const echoes = secrets.size > MOST_SECRETS ? undefined : echoesIn(url, secrets);
    if (cuts.length === 0 && echoes?.length === 0) return before;
    // Whoever hides a secret behind each other one, or across the pieces, has only the host left.
    const all = [...cuts, ...(echoes ?? [])].sort(([one], [other]) => one - other);
    const isLost = round >= ROUNDS || all.length === 0;
    url = new URL(isLost ? `${url.protocol}//${url.host}/` : leftOut(before, all));
    if (isLost) return url.href;
    told = found(url).filter(({ kind }) => kinds.has(kind));
  }
}

interface Found extends Omit<Sighting, 'without'> {
  cut?: Cut;
}

function found(url: URL, ownDomains: readonly string[] = []): Found[] {
  return [...ofAuthority(url, ownDomains), ...ofPieces(url)];
}

function ofAuthority({ href, hostname, username, password }: URL, ownDomains: readonly string[]): Found[] {
  const all: Found[] = [];
  const start = href.indexOf('//') + 2;
  const at = username || password ? href.indexOf('@', start) + 1 : start;
  if (at > start)
    all.push({ kind: 'userInfo', part: { in: 'userInfo', start, end: at - 1 }, cut: [start, at] });
  const end = at + hostname.length;
  if (isInner(hostname)) all.push({ kind: 'privateHost', part: { in: 'host', start: at, end } });
  if (INBOXES.test(hostname)) all.push({ kind: 'webhook', part: { in: 'host', start: at, end } });
  if (isWithin(hostname, ownDomains)) all.push({ kind: 'ownDomain', part: { in: 'host', start: at, end } });
  return all;
}

function ofPieces(url: URL): Found[] {
  return sightedIn(url).map(({ kind, piece: { in: part, start, end, name, cut } }) => ({
    kind,
    part: { in: part, start, end },
    ...(name && { name }),
    cut,
  }));
}
