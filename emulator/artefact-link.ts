import type { Analysis } from './analyses.ts';
import { digest } from './choice.ts';
import { SECOND } from './time.ts';

const HOUR_IN_SECONDS = 3600;

type Artefact = 'screenshots' | 'pcap' | 'memory_strings' | 'dropped';

/** A link as real reports have them, good for one hour from `at` (ms): of the real host, whose paths are served here. */
export function signArtefactLink(
  what: Artefact,
  { target, analysisId, platform }: Analysis,
  at: number,
): string {
  const path = `/rl-cloud-sandbox-${what}-prod/${target.sha1}_${analysisId}_${what}_${platform}.7z`;
  const date = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `EMULATOR/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(HOUR_IN_SECONDS),
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': digest(`${path} ${date}`),
  });
  return `https://bucket.reversinglabs.com${path}?${query}`;
}

/** When a link ends (ms since 1970); null where its query does not say so. */
export function expiryOf(query: URLSearchParams): number | null {
  const [, ...date] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get('X-Amz-Date') ?? '') ?? [];
  const seconds = query.get('X-Amz-Expires') ?? '';
  if (date.length === 0 || !/^\d+$/.test(seconds)) return null;
  const [year = 0, month = 0, day, hour, minute, second] = date.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) + Number(seconds) * SECOND;
}
