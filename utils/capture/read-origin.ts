import { readAt, readPort } from './defang-marks.ts';
import { type Host, readHost, readIpv6, wordEnd } from './read-host.ts';
import { readScheme, type Scheme } from './read-scheme.ts';

/** What stands before a URL's path: `scheme://user@host:port`, or a host alone. */
export interface Origin {
  start: number;
  end: number;
  scheme?: Scheme;
  host?: Host;
  port: string;
  /** Refanged; as it stands where nothing is defanged. */
  url: string;
  isDefanged: boolean;
}

const USER_INFO = /[\w.~%!$&+=:*-]{0,500}(?=@|[[({](?:@|at)[\])}])/iy;

/** The origin that begins at `at`; also that of another scheme, which is then all there is of it. */
export function readOrigin(text: string, at: number): Origin | undefined {
  const scheme = readScheme(text, at, wordEnd(text, at));
  if (!scheme) {
    const host = readHost(text, at, false);
    return host && withPort(text, { start: at, end: at, port: '', url: '', isDefanged: false }, host);
  }
  const { start, end, name, slashes, isDefanged } = scheme;
  const url = isDefanged ? `${name}://` : `${name}${slashes}`;
  const origin: Origin = { start, end, scheme, port: '', url, isDefanged };
  return scheme.isWeb ? withHost(text, origin) : origin;
}

function withHost(text: string, origin: Origin): Origin {
  // `http://http://`: the second one is the URL's.
  if (readScheme(text, origin.end, wordEnd(text, origin.end))?.isWeb) return origin;
  const user = readUserInfo(text, origin.end);
  const host = readIpv6(text, user.end) ?? readHost(text, user.end, true);
  if (!host) return origin;
  return withPort(
    text,
    { ...origin, url: origin.url + user.info, isDefanged: origin.isDefanged || user.isDefanged },
    host,
  );
}

function readUserInfo(text: string, at: number): { end: number; info: string; isDefanged: boolean } {
  USER_INFO.lastIndex = at;
  const info = USER_INFO.exec(text)?.[0];
  const end = info === undefined ? undefined : readAt(text, at + info.length);
  if (info === undefined || end === undefined) return { end: at, info: '', isDefanged: false };
  return { end, info: `${info}@`, isDefanged: text.slice(at, end) !== `${info}@` };
}

function withPort(text: string, origin: Origin, host: Host): Origin {
  const port = readPort(text, host.end);
  // Spread, it would cost as much as all that is read of a short host.
  origin.host = host;
  origin.end = port?.end ?? host.end;
  origin.port = port?.port ?? '';
  origin.url += host.name + origin.port;
  origin.isDefanged ||= host.kind !== 'plain' || Boolean(port?.isDefanged);
  return origin;
}
