import type { Answer } from '../answer.ts';
import { expiryOf } from '../artefact-link.ts';
import type { Asked } from '../route-table.ts';

/** An archive without files, the smallest one there is. */
const EMPTY_7Z = Buffer.from(`377abcaf271c00048d9bd50f${'00'.repeat(20)}`, 'hex');

/** What a signed link of a report leads to: the link is the right to it, and no account is asked for. */
export function answerArtefact({ parameters: [name = ''], query, at }: Asked): Answer {
  const expiry = expiryOf(query);
  if (expiry === null) return accessDenied('Access Denied');
  if (at > expiry) return accessDenied('Request has expired');
  const headers = {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
  };
  return { status: 200, headers, body: EMPTY_7Z };
}

/** As Amazon's S3 words it, which issues links of this form. */
function accessDenied(message: string): Answer {
  const error = `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`;
  return {
    status: 403,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${error}`,
  };
}
