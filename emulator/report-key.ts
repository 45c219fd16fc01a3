import type { TargetKey } from './analyses.ts';
import { decodeBase64Url } from './base64.ts';
import { normaliseUrl } from './normalised-url.ts';
import { Refusal } from './refusal.ts';
import { decodeUtf8 } from './utf8.ts';

interface ReportKey extends TargetKey {
  /** What the answer echoes. */
  requested: Readonly<Record<string, string>>;
}

/** Reads the part of a report's path that names what was analysed. Throws a 400 where it makes no sense. */
export function parseReportKey(form: string, text: string): ReportKey {
  if (form === 'url/base64') {
    const { sha1 } = normaliseUrl(decodeUrl(text));
    // no mistake: in a real body it held the SHA-1
    return { kind: 'url', sha1, requested: { requested_base64_url: sha1 } };
  }
  const sha1 = text.toLowerCase();
  if (!/^[0-9a-f]{40}$/.test(sha1)) throw new Refusal(400, 'sha1 has to be 40 hexadecimal digits.');
  return form === 'url/sha1'
    ? { kind: 'url', sha1, requested: { requested_sha1_url: text } }
    : { kind: 'sample', sha1, requested: { requested_hash: text } };
}

function decodeUrl(text: string): string {
  const bytes = decodeBase64Url(text);
  if (bytes === null) throw new Refusal(400, 'The URL has to be base64url without padding.');
  const url = decodeUtf8(bytes);
  if (url === null) throw new Refusal(400, 'The base64url does not hold UTF-8.');
  return url;
}
