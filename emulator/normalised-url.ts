import { createHash } from 'node:crypto';
import { encodeBase64 } from './base64.ts';
import { Refusal } from './refusal.ts';

/** The three values that the answer to a URL carries: `sha1` in lower-case hex, `urlBase64` unpadded. */
export interface NormalisedUrl {
  url: string;
  sha1: string;
  urlBase64: string;
}

// `host:8080/path` has no scheme, although it looks like one
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i;

/**
 * Normalises a submitted URL: `google.com` becomes `http://google.com/`. The service's own rules are not
 * published; these are the browser's. Throws a 400 for what is not an http(s) URL.
 */
export function normaliseUrl(submitted: string): NormalisedUrl {
  const text = submitted.trim();
  const candidate = SCHEME.test(text) ? text : `http://${text}`;
  const parsed = URL.parse(candidate);
  if (text === '' || parsed === null) throw new Refusal(400, 'The URL cannot be parsed.');
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new Refusal(400, 'The URL is neither http nor https.');
  }
  const url = parsed.href;
  const bytes = Buffer.from(url, 'utf8');
  return { url, sha1: createHash('sha1').update(bytes).digest('hex'), urlBase64: encodeBase64(bytes) };
}
