/** Why a text is not a target. Each has a sentence in `_locales` (`target_<reason>`). */
export type TargetProblem =
  | { problem: 'empty' }
  | { problem: 'not_url' }
  | { problem: 'scheme'; scheme: string };

export type Target = { href: string };

/**
 * A URL as the service is to get it: `new URL(text).href` (WHATWG), fragment and user-info kept; `http` and `https` only.
 * A text without a scheme is read as a host, as browsers' address bars do, with `http`.
 */
export function parseTarget(text: string): Target | TargetProblem {
  const trimmed = text.trim();
  if (!trimmed) return { problem: 'empty' };
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  // As it is first: the standard strips fewer characters than trim(), and others belong to the URL.
  const url = URL.parse(text) ?? URL.parse(trimmed) ?? (hasScheme ? null : URL.parse(`http://${trimmed}`));
  if (!url) return { problem: 'not_url' };
  if (url.protocol === 'http:' || url.protocol === 'https:') return { href: url.href };
  // `example.com:8080/x` parses with the scheme "example.com:".
  const hostAndPort = /^[^/?#:@]+\.[^/?#:@]+:\d+(?:[/?#]|$)/.test(trimmed) && URL.parse(`http://${trimmed}`);
  if (hostAndPort) return { href: hostAndPort.href };
  return { problem: 'scheme', scheme: url.protocol.slice(0, -1) };
}
