import { basicAuthorization, type Credentials } from './account.ts';
import { encodeBase64 } from './base64.ts';
import { type HistoryEntry, MERGED_REPORT, parseHistory, URL_REPORT } from './history.ts';
import { LIMITS_PATH, parseQuota, type Quota } from './quota.ts';
import { type ParsedReport, parseReport, reportPath } from './report.ts';
import { type ErrorKind, errorFromAnswer, type ServiceError } from './service-error.ts';
import {
  parseStarted,
  type Started,
  SUBMIT_PATH,
  type Submission,
  submissionBody,
  trialBody,
} from './submission.ts';
import { isUsage, USAGE_PATH } from './usage.ts';

/** Chromium ends a worker whose event waits over 30 s for an answer, without a trace: a request must end before. */
const REQUEST_TIMEOUT = 25_000;

/** What every outcome may tell: the service's time of its answer, in milliseconds since 1970. */
interface Dated {
  date?: number;
}

/** How a submission ended: `refused` proves that nothing was started, `unknown` proves nothing. */
export type SubmitOutcome = Dated &
  (
    | { result: 'started'; started: Started }
    | { result: 'refused'; error: ServiceError }
    | { result: 'unknown'; error: ServiceError }
  );

/** Whether the service itself answers, and how: `error` is absent after a good answer. */
export interface ProbeOutcome extends Dated {
  error?: ServiceError;
}

/** The analyses that the service knows of a URL, or why it does not say. None where it knows nothing of it. */
export type HistoryOutcome = ProbeOutcome & { history: HistoryEntry[] };

/** Where a URL's analyses are asked for: TCA-0403, which not every account has, or TCA-0106's merged report. */
export type HistorySource = 'urlReport' | 'mergedReport';

/** The quotas of the account, or why they are not known. */
export type QuotaOutcome = ProbeOutcome & { quotas: Quota[] };

/** A report: in brief, with its links of one hour, and as it came. */
interface Report extends ParsedReport {
  body: string;
}

/** The report of an analysis, or why there is none: `notFound` where it is not ready. */
export type ReportOutcome = ProbeOutcome & { report?: Report };

export interface Client {
  /** One POST to TCA-0207. Never throws; never repeats itself. */
  submit(submission: Submission): Promise<SubmitOutcome>;
  /** TCA-9999 daily usage, which is not rate limited: tells whether address, account and service are in order. Never throws. */
  usage(): Promise<ProbeOutcome>;
  /** TCA-9999: what the account may use, and how much of it is used today. Two small calls that cost nothing. Never throws. */
  quota(): Promise<QuotaOutcome>;
  /** A POST to TCA-0207 that can't start anything: tells whether just this endpoint answers. It counts against its rate limit. Never throws. */
  trial(): Promise<ProbeOutcome>;
  /** The analyses of a URL. A 200 takes one unit of the quota. Never throws. */
  history(href: string, source: HistorySource): Promise<HistoryOutcome>;
  /** TCA-0106 for one analysis: a 200 costs quota. Never throws. */
  report(started: Started, href: string): Promise<ReportOutcome>;
}

interface ClientOptions {
  credentials: Credentials;
  fetch: typeof fetch;
  now: () => number;
}

type Answer = { status: number; body: string; headers: Headers; date?: number };

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
      const { status, headers } = response;
      const date = Date.parse(headers.get('date') ?? '');
      return { status, body: await response.text(), headers, ...(Number.isFinite(date) && { date }) };
    } catch {
      return { kind: 'noAnswer' };
    }
  }

  function post(path: string, body: string): Promise<Answer | ServiceError> {
    return ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  }

  function errorOf({ status, body, headers }: Answer): ServiceError {
    return errorFromAnswer(status, body, headers, now());
  }

  return {
    async submit(submission) {
      const answer = await post(SUBMIT_PATH, submissionBody(submission));
      if ('kind' in answer)
        return { result: answer.kind === 'intercepted' ? 'refused' : 'unknown', error: answer };
      const started = isSuccess(answer.status) ? parseStarted(answer.body) : undefined;
      if (started) return { result: 'started', started, ...dateOf(answer) };
      const error = errorOf(answer);
      return { result: isUnknown(error) ? 'unknown' : 'refused', error, ...dateOf(answer) };
    },

    async usage() {
      const answer = await ask(USAGE_PATH, { method: 'GET' });
      if ('kind' in answer) return { error: answer };
      if (isSuccess(answer.status) && isUsage(answer.body)) return dateOf(answer);
      return { error: errorOf(answer), ...dateOf(answer) };
    },

    async quota() {
      const limits = await ask(LIMITS_PATH, { method: 'GET' });
      if ('kind' in limits) return { error: limits, quotas: [] };
      const isSound = isSuccess(limits.status) && parseQuota(limits.body, '') !== undefined;
      // One after the other: a password that is refused is not sent twice.
      if (!isSound) return { error: errorOf(limits), quotas: [], ...dateOf(limits) };
      const usage = await ask(USAGE_PATH, { method: 'GET' });
      // What fails here costs no more than what it would have told.
      const used = 'kind' in usage || !isSuccess(usage.status) ? '' : usage.body;
      const quotas = parseQuota(limits.body, used, credentials.userName) ?? [];
      return { quotas, ...dateOf('kind' in usage ? limits : usage) };
    },

    async trial() {
      const answer = await post(SUBMIT_PATH, trialBody());
      if ('kind' in answer) return { error: answer };
      // Any answer to the request itself shows that the endpoint works, "no such sample" above all.
      const isTaken = isSuccess(answer.status) ? isUsage(answer.body) : TAKEN.includes(errorOf(answer).kind);
      return isTaken ? dateOf(answer) : { error: errorOf(answer), ...dateOf(answer) };
    },

    async report(started, href) {
      // "." and ".." would lead to another path, and nothing to the merged report.
      if (!/[^.]/.test(started.analysisId)) return { error: { kind: 'nonsense' } };
      const answer = await ask(reportPath(started, href), { method: 'GET' });
      if ('kind' in answer) return { error: answer };
      const parsed = isSuccess(answer.status) ? parseReport(answer.body) : undefined;
      return parsed
        ? { report: { ...parsed, body: answer.body }, ...dateOf(answer) }
        : { error: errorOf(answer), ...dateOf(answer) };
    },

    async history(href, source) {
      const answer =
        source === 'urlReport'
          ? await post(URL_REPORT.path, URL_REPORT.body(href))
          : await ask(MERGED_REPORT.path(href), { method: 'GET' });
      if ('kind' in answer) return { error: answer, history: [] };
      if (answer.status === 404) return { history: [], ...dateOf(answer) };
      const history = isSuccess(answer.status) ? parseHistory(answer.body) : undefined;
      return history
        ? { history, ...dateOf(answer) }
        : { error: errorOf(answer), history: [], ...dateOf(answer) };
    },
  };
}

/** How TCA-0207 refuses a request that it has looked at. */
const TAKEN: readonly ErrorKind[] = [
  'badRequest',
  'forbidden',
  'notFound',
  'fileTypeNotSupported',
  'sampleTooLarge',
  'tooManyFiles',
  'notAcceptable',
  'tooLarge',
  'refused',
];

function dateOf({ date }: Answer): { date?: number } {
  return date === undefined ? {} : { date };
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

/** Whether this outcome of a probe shows that the service itself was reached: any answer of its own does, a refusal too. */
export function isContact({ error }: ProbeOutcome): boolean {
  return error === undefined || !['noAnswer', 'intercepted', 'serviceFault', 'nonsense'].includes(error.kind);
}
