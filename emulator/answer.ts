/** What is to be sent back: `analysisIds` are the analyses that the request started, for the ledger. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
  analysisIds?: readonly string[];
}

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** An error's body: `{"message": "…"}`, with the document's token in the message where it names one. */
export function errorAnswer(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return jsonAnswer(status, { message }, headers);
}

export function unauthorized(): Answer {
  return errorAnswer(401, 'The user name or the password is wrong.', WWW_AUTHENTICATE);
}

export function rateLimitExceeded(headers: Record<string, string> = {}): Answer {
  return errorAnswer(429, 'Rate limit exceeded', headers);
}

export function quotaExceeded(headers: Record<string, string> = {}): Answer {
  return errorAnswer(429, 'The daily quota is exceeded; it starts again at 00:00 UTC.', headers);
}

export const WWW_AUTHENTICATE = { 'www-authenticate': 'Basic realm="Spectra Intelligence"' };
