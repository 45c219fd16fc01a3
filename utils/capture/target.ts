/** Why a text is not a target. Each has a sentence in `_locales` (`target_<reason>`). */
export type TargetProblem =
  | { problem: 'empty' }
  | { problem: 'not_url' }
  | { problem: 'scheme'; scheme: string };

export type Target = { href: string };

/**
 * A URL as the service is to get it: `new URL(text).href` (WHATWG), fragment and user-info kept; `http` and `https` only.
 * Nothing is guessed: what a page names as a link is taken as the browser would.
 */
export function parseTarget(text: string): Target | TargetProblem {
  const trimmed = text.trim();
  if (!trimmed) return { problem: 'empty' };
  // As it is first: the standard strips fewer characters than trim(), and others belong to the URL.
  const url = URL.parse(text) ?? URL.parse(trimmed);
  if (!url) return { problem: 'not_url' };
  if (url.protocol === 'http:' || url.protocol === 'https:') return { href: url.href };
  return { problem: 'scheme', scheme: url.protocol.slice(0, -1) };
}

/** A host with a port has the form of a URL whose scheme is the host. */
const HOST_AND_PORT = /^(?:localhost|[^/?#:@\s][^/?#:@\s.]*\.[^/?#:@\s]+):\d+(?:[/?#]|$)/;

/** The same for a text that a person typed: without a scheme it is read as a host, as address bars do, with `http`. */
export function parseTyped(text: string): Target | TargetProblem {
  const target = parseTarget(text);
  if ('href' in target) return target;
  const trimmed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !HOST_AND_PORT.test(trimmed);
  const guess = hasScheme ? target : parseTarget(`http://${trimmed}`);
  return 'href' in guess ? guess : target;
}

/** What a person typed or pasted, as one text for each URL: a space before a scheme or a line's end parts two. */
export function splitTyped(text: string): string[] {
  const texts = text.split(/[\r\n]+|\s(?=https?:\/\/)/i).filter((part) => part.trim());
  return texts.length > 0 ? texts : [text];
}
