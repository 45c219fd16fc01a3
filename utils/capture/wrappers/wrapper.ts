import { valuesOf } from './query.ts';

/** A service that puts a URL into one of its own. */
export interface Wrapper {
  /** The service's own name, the same in every language. */
  by: string;
  /** Whether a host is the service's, as `URL` gives it. */
  isAt(host: string): boolean;
  /** What may be the URL within, decoded; nothing where the URL is not of the service's form. */
  textsIn(url: URL): string[];
}

/** These hosts and no other. */
export function hosts(...names: readonly string[]): Wrapper['isAt'] {
  return (host) => names.includes(host);
}

/** These domains and what is under them: for services with a host for each region or customer. */
export function domains(...names: readonly string[]): Wrapper['isAt'] {
  return (host) => names.some((name) => host === name || host.endsWith(`.${name}`));
}

/** A query's parameters of these names; on these paths only, where there are any. */
export function parameters(names: readonly string[], paths?: readonly string[]): Wrapper['textsIn'] {
  return (url) => (paths && !isOn(url, paths) ? [] : valuesOf(url, names));
}

/** Whether a URL's path is one of these, with a slash at its end or without. */
export function isOn(url: URL, paths: readonly string[]): boolean {
  return (
    paths.includes(url.pathname) || (url.pathname.endsWith('/') && paths.includes(url.pathname.slice(0, -1)))
  );
}

/** All that follows the host: where a URL stands unencoded in a path, its query and fragment are the outer one's. */
export function restOf(url: URL): string {
  // Not of its parts: they do not tell an empty query from none.
  return url.href.slice(url.href.indexOf('/', url.protocol.length + '//'.length));
}
