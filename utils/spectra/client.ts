import { basicAuthorization, type Credentials } from './account.ts';
import { encodeBase64 } from './base64.ts';
import { errorFromAnswer, type ServiceError } from './service-error.ts';
import { parseStarted, type Started, SUBMIT_PATH, type Submission, submissionBody } from './submission.ts';
import { isUsage, USAGE_PATH } from './usage.ts';

/** Chromium ends a worker whose event waits over 30 s for an answer, without a trace: a request must end before. */
const REQUEST_TIMEOUT = 25_000;

/** How a submission ended: `refused` proves that nothing was started, `unknown` proves nothing. */
export type SubmitOutcome =
  | { result: 'started'; started: Started }
  | { result: 'refused'; error: ServiceError }
  | { result: 'unknown'; error: ServiceError };

/** Whether the service itself answers, and how: `error` is absent after a good answer. */
export interface UsageOutcome {
  error?: ServiceError;
}

export interface Client {
  /** One POST to TCA-0207. Never throws; never repeats itself. */
  submit(submission: Submission): Promise<SubmitOutcome>;
  /** TCA-9999 daily usage, which is not rate limited: tells whether address, account and service are in order. Never throws. */
  usage(): Promise<UsageOutcome>;
}

interface ClientOptions {
  credentials: Credentials;
  fetch: typeof fetch;
  now: () => number;
}

type Answer = { status: number; body: string; headers: Headers };

export function createClient({ credentials, fetch, now }: ClientOptions): Client {
  const authorization = basicAuthorization(credentials, encodeBase64);

  async function ask(path: string, init: RequestInit): Promise<Answer | ServiceError> {
    try {
      const response = await fetch(`${credentials.address}${path}`, {
        ...init,
        headers: { ...init.headers, Accept: 'application/json', Authorization: authorization },
        // No cookies go along, and a 401 raises no prompt of the browser's own.
        credentials: 'omit',
        // Followed, a 307 would post the URL to another host; refused, it would look like a lost answer.
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(REQUEST_TIMEOUT),
      });
      if (response.type === 'opaqueredirect' || isRedirect(response.status)) return { kind: 'intercepted' };
      return { status: response.status, body: await response.text(), headers: response.headers };
    } catch {
      return { kind: 'noAnswer' };
    }
  }

  return {
    async submit(submission) {
      const answer = await ask(SUBMIT_PATH, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: submissionBody(submission),
      });
      if ('kind' in answer)
        return { result: answer.kind === 'intercepted' ? 'refused' : 'unknown', error: answer };
      const started = isSuccess(answer.status) ? parseStarted(answer.body) : undefined;
      if (started) return { result: 'started', started };
      const error = errorFromAnswer(answer.status, answer.body, answer.headers, now());
      return { result: isUnknown(error) ? 'unknown' : 'refused', error };
    },

    async usage() {
      const answer = await ask(USAGE_PATH, { method: 'GET' });
      if ('kind' in answer) return { error: answer };
      if (isSuccess(answer.status) && isUsage(answer.body)) return {};
      return { error: errorFromAnswer(answer.status, answer.body, answer.headers, now()) };
    },
  };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function isUnknown(error: ServiceError): boolean {
  return error.kind === 'serviceFault' || error.kind === 'nonsense';
}

/** Whether this outcome of a usage call shows that the service itself was reached: any answer of its own does, a refusal too. */
export function isContact({ error }: UsageOutcome): boolean {
  return error === undefined || !['noAnswer', 'intercepted', 'serviceFault', 'nonsense'].includes(error.kind);
}
