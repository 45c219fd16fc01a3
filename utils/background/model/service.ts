import { type Account, accountKey } from '@/utils/spectra/account.ts';
import type {
  Client,
  HistoryOutcome,
  ProbeOutcome,
  ReportOutcome,
  SubmitOutcome,
} from '@/utils/spectra/client.ts';
import type { ErrorKind } from '@/utils/spectra/service-error.ts';
import type { Submission } from '@/utils/spectra/submission.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import type { Timeline } from './timeline.ts';

/** How the service takes one POST. */
export const ANSWERS = [
  'started',
  'slow', // after 20 s
  'late', // arrives after the client's time-out, and starts
  'hang', // arrives and starts, and is never answered
  'lost', // never arrives, never answered
  'cutStarted', // starts, and the connection breaks before the answer
  'cutLost', // the connection breaks before it arrives
  'faultStarted', // 503, and it started
  'fault', // 503
  'nonsense', // a 200 without an id, and it started
  'rateLimited',
  'quotaUsedUp',
  'badRequest',
  'unauthorized',
  'forbidden',
  'notAcceptable',
  'intercepted',
] as const;
export type AnswerKind = (typeof ANSWERS)[number];

/** How the service takes the question for a report that may be ready. */
export const REPORT_ANSWERS = [
  'asItIs', // 200 where it is ready, else 404
  'rateLimited',
  'quotaUsedUp',
  'forbidden',
  'fault',
  'nonsense',
  'lost',
] as const;
export type ReportAnswer = (typeof REPORT_ANSWERS)[number];

/** One look-up as the service saw it, at this real time. */
interface Lookup {
  account: string;
  at: number;
}

/** One POST as the service saw it; `arrivedAt` is real time. */
interface Arrival {
  account: string;
  arrivedAt: number;
  isTrial: boolean;
}

/** One analysis as the service started it; `at` is the service's time. */
export interface Start extends Pick<Submission, 'href' | 'platform'> {
  analysisId: string;
  account: string;
  at: number;
  /** Real time at which its report is ready; never, for some. */
  readyAt: number;
}

export const ADDRESS = 'https://data.reversinglabs.com';
export const USERS = ['u/test/one', 'u/test/two'] as const;

const TIMEOUT = 25_000;
const WINDOW = 60_000;
const VERDICTS = ['NO_THREATS_FOUND', 'MALICIOUS', 'SUSPICIOUS', 'UNKNOWN'];
const LONGEST_ANALYSIS = 6 * 60_000;
/** The service's clock is not ours. */
const SERVICE_EPOCH = Date.UTC(2026, 0, 5, 12) + 90_000;

interface Outcome {
  arrives: number | null;
  answers: number | null;
  starts: boolean;
  outcome: (start: Start | null) => SubmitOutcome;
}

/** The service, with a ledger of what reached it. It does not know who sends; its clients are made for an account. */
export function createService(timeline: Timeline, dice: () => number) {
  const arrivals: Arrival[] = [];
  const starts: Start[] = [];
  const script: AnswerKind[] = [];
  const others: number[] = [];
  const reportScript: ReportAnswer[] = [];
  const lookups: Lookup[] = [];
  const state = {
    /** Nothing of it answers, or only TCA-0207 does not. */
    outage: null as 'all' | 'submit' | null,
    passwords: new Map<string, string>(),
    hasUrlReport: true,
  };
  let lastId = 0;

  const date = () => SERVICE_EPOCH + timeline.real();

  /** Whether the minute is full, other clients of the account included. */
  function isFull(account: string): boolean {
    const since = timeline.real() - WINDOW;
    const ours = arrivals.filter((one) => one.account === account && one.arrivedAt > since);
    return ours.length - 1 + others.filter((time) => time > since).length >= 3;
  }

  function report(analysisId: string, answer: ReportAnswer): ReportOutcome {
    const known = starts.find((one) => one.analysisId === analysisId);
    const isReady = known !== undefined && known.readyAt <= timeline.real();
    switch (answer) {
      case 'asItIs':
        return isReady
          ? {
              report: {
                brief: briefWith(VERDICTS[Number(analysisId.split('-')[1]) % VERDICTS.length] ?? 'UNKNOWN'),
                links: {},
                body: '{}',
              },
              date: date(),
            }
          : { error: { kind: 'notFound', status: 404 }, date: date() };
      case 'fault':
        return { error: { kind: 'serviceFault', status: 503 }, date: date() };
      default:
        return { error: { kind: answer === 'lost' ? 'noAnswer' : answer }, date: date() };
    }
  }

  function start({ href, platform }: Submission, account: string): Start {
    lastId += 1;
    const readyAt = dice() < 0.05 ? Number.POSITIVE_INFINITY : timeline.real() + dice() * LONGEST_ANALYSIS;
    const started = { href, platform, account, analysisId: `analysis-${lastId}`, at: date(), readyAt };
    starts.push(started);
    return started;
  }

  function wait<T>(ms: number | null, result: () => T, timedOut: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (ms === null || ms >= TIMEOUT) timeline.after(TIMEOUT, () => resolve(timedOut()));
      else timeline.after(ms, () => resolve(result()));
    });
  }

  function refusal(kind: ErrorKind): Outcome {
    const delay = 100 + Math.floor(dice() * 3000);
    return {
      arrives: Math.floor(delay / 2),
      answers: delay,
      starts: false,
      outcome: () => ({ result: 'refused', error: { kind }, date: date() }),
    };
  }

  function unknown(
    kind: ErrorKind,
    arrives: number | null,
    answers: number | null,
    starts: boolean,
  ): Outcome {
    return { arrives, answers, starts, outcome: () => ({ result: 'unknown', error: { kind } }) };
  }

  function plan(kind: AnswerKind): Outcome {
    const delay = 100 + Math.floor(dice() * 3000);
    switch (kind) {
      case 'started':
      case 'slow': {
        const answers = kind === 'slow' ? 20_000 : delay;
        return {
          arrives: Math.floor(dice() * answers),
          answers,
          starts: true,
          outcome: (start) => ({
            result: 'started',
            started: { analysisId: start?.analysisId ?? '', sha1: 'da39', url: '' },
            date: date(),
          }),
        };
      }
      case 'late':
        return unknown('noAnswer', TIMEOUT + 1000 + Math.floor(dice() * 33_000), null, true);
      case 'hang':
        return unknown('noAnswer', delay, null, true);
      case 'lost':
        return unknown('noAnswer', null, null, false);
      case 'cutStarted':
        return unknown('noAnswer', Math.floor(delay / 2), delay, true);
      case 'cutLost':
        return unknown('noAnswer', null, delay, false);
      case 'faultStarted':
        return unknown('serviceFault', Math.floor(delay / 2), delay, true);
      case 'fault':
        return unknown('serviceFault', Math.floor(delay / 2), delay, false);
      case 'nonsense':
        return unknown('nonsense', Math.floor(delay / 2), delay, true);
      default:
        return refusal(kind);
    }
  }

  /** What stands before the endpoint itself. */
  function gateway(account: string, password: string): AnswerKind | null {
    if (state.outage === 'all') return dice() < 0.5 ? 'cutLost' : 'lost';
    if (state.outage === 'submit') return 'fault';
    return state.passwords.get(account) === password ? null : 'unauthorized';
  }

  function probeOf(outcome: SubmitOutcome): ProbeOutcome {
    const { date } = outcome;
    const dated = date === undefined ? {} : { date };
    return outcome.result === 'started' ? dated : { ...dated, error: outcome.error };
  }

  function post(submission: Submission | null, account: string, kind: AnswerKind): Promise<SubmitOutcome> {
    const { arrives, answers, starts, outcome } = plan(kind);
    let started: Start | null = null;
    let limited: SubmitOutcome | null = null;
    if (arrives !== null) {
      timeline.after(arrives, () => {
        arrivals.push({ account, arrivedAt: timeline.real(), isTrial: submission === null });
        if (isFull(account)) limited = { result: 'refused', error: { kind: 'rateLimited' }, date: date() };
        else if (starts && submission) started = start(submission, account);
      });
    }
    const timedOut = (): SubmitOutcome => ({ result: 'unknown', error: { kind: 'noAnswer' } });
    // A refusal for pace takes the place of any other answer, but not of none at all.
    return wait(answers, () => (kind.startsWith('cut') ? null : limited) ?? outcome(started), timedOut);
  }

  return {
    accounts: USERS.map((userName) => ({ address: ADDRESS, userName })) as [Account, Account],
    arrivals,
    lookups,
    starts,
    script,
    reportScript,
    state,
    /** Another client of the account uses a part of the minute. */
    useMinute: (requests: number): void => {
      for (let index = 0; index < requests; index++) others.push(timeline.real());
    },
    clientFor(credentials: Account & { password: string }): Client {
      const account = accountKey(credentials);
      const { password } = credentials;
      return {
        submit: (submission) =>
          post(submission, account, gateway(account, password) ?? script.shift() ?? 'started'),

        async trial() {
          const kind = gateway(account, password);
          const outcome = await post(null, account, kind ?? 'notAcceptable');
          const isAlive = outcome.result === 'refused' && outcome.error.kind === 'notAcceptable';
          return isAlive ? { date: date() } : probeOf(outcome);
        },

        usage() {
          const kind = state.outage === 'submit' ? null : gateway(account, password);
          const answers = kind === 'lost' ? null : 50 + Math.floor(dice() * 2000);
          const error = (name: ErrorKind): ProbeOutcome => ({ error: { kind: name } });
          return wait(
            answers,
            () => (kind === null ? { date: date() } : error(kind === 'unauthorized' ? kind : 'noAnswer')),
            () => error('noAnswer'),
          );
        },

        /** Asked for at a click only, and changes nothing of what the laws are about; no story clicks it. */
        quota: async () => ({ quotas: [], date: date() }),

        report({ analysisId }) {
          lookups.push({ account, at: timeline.real() });
          const kind = state.outage === 'submit' ? null : gateway(account, password);
          const answer = reportScript.shift() ?? 'asItIs';
          const lost: ReportOutcome = { error: { kind: 'noAnswer' } };
          return wait(
            kind === 'lost' || answer === 'lost' ? null : 50 + Math.floor(dice() * 2000),
            () => {
              if (kind === null) return report(analysisId, answer);
              return kind === 'unauthorized' ? { error: { kind } } : lost;
            },
            () => lost,
          );
        },

        history(href, source): Promise<HistoryOutcome> {
          lookups.push({ account, at: timeline.real() });
          const kind = state.outage === 'submit' ? null : gateway(account, password);
          const failed = (name: ErrorKind): HistoryOutcome => ({ error: { kind: name }, history: [] });
          return wait(
            kind === 'lost' ? null : 50 + Math.floor(dice() * 2000),
            () => {
              if (kind !== null) return failed(kind === 'unauthorized' ? kind : 'noAnswer');
              if (source === 'urlReport' && !state.hasUrlReport) return failed('forbidden');
              const history = starts
                .filter((one) => one.href === href)
                .map(({ analysisId, at, platform }) => ({ analysisId, at, platform, sha1: 'da39' }));
              return { history, date: date() };
            },
            () => failed('noAnswer'),
          );
        },
      };
    },
  };
}
