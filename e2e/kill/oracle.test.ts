import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../emulator/ledger-entry.ts';
import { type History, judge } from './oracle.ts';
import type { StoredRecord } from './stored-record.ts';

const MINUTE = 60_000;
const HREF = 'https://one.example.test/';
const USER = 'u/demo/analyst';

const RUNNING: StoredRecord = {
  id: '1',
  href: HREF,
  platform: 'linux',
  state: 'running',
  attempts: 1,
  account: { userName: USER },
  started: { analysisId: 'a' },
};

function post(changes: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    seq: 1,
    receivedAt: 0,
    answeredAt: 1,
    method: 'POST',
    path: '/',
    endpoint: 'submit',
    headers: { authorization: true, user: USER, cookie: false, contentType: null, origin: null },
    body: '{}',
    target: { form: 'url_base64', value: HREF },
    platform: 'linux',
    account: USER,
    status: 200,
    ended: 'answered',
    aborted: false,
    fault: null,
    analysisIds: ['a'],
    ...changes,
  };
}

function judged(changes: Partial<History>): string[] {
  return judge({
    acknowledged: [{ href: HREF, platform: 'linux' }],
    records: [RUNNING],
    entries: [post()],
    deaths: [],
    browserDeaths: 0,
    ...changes,
  });
}

describe('the oracle has nothing against', () => {
  it.each<[string, Partial<History>]>([
    ['one capture, one POST, one answer', {}],
    [
      'a second POST after a refusal',
      {
        records: [{ ...RUNNING, attempts: 2 }],
        entries: [post({ status: 429, analysisIds: [] }), post({ receivedAt: MINUTE })],
      },
    ],
    [
      'the plain form after a 400',
      {
        records: [{ ...RUNNING, attempts: 2 }],
        entries: [post({ status: 400, analysisIds: [] }), post({ target: { form: 'url', value: HREF } })],
      },
    ],
    [
      'an unconfirmed one that was in flight at the kill',
      { records: [{ ...RUNNING, state: 'unconfirmed' }], deaths: [[{ id: '1', attempts: 1 }]] },
    ],
    [
      'an unconfirmed one after a lost answer',
      { records: [{ ...RUNNING, state: 'unconfirmed' }], entries: [post({ status: 'none', ended: 'cut' })] },
    ],
    [
      'an unconfirmed one that was in flight when the browser died',
      { records: [{ ...RUNNING, state: 'unconfirmed' }], browserDeaths: 1 },
    ],
    ['three a minute', { entries: [post(), ...others(1, 2, MINUTE)] }],
  ])('%s', (_, changes) => {
    expect(judged(changes)).toEqual([]);
  });
});

describe('the oracle notices', () => {
  it.each<[string, Partial<History>]>([
    ['lost', { records: [] }],
    [
      'twice',
      { records: [{ ...RUNNING, attempts: 2 }], entries: [post({ status: 503 }), post({ analysisIds: [] })] },
    ],
    [
      'twice',
      { records: [{ ...RUNNING, attempts: 2 }], entries: [post({ body: null, target: null }), post()] },
    ],
    ['twice', { entries: [post(), post({ analysisIds: [] })] }],
    [
      'twice',
      {
        records: [{ ...RUNNING, attempts: 2 }],
        entries: [post({ status: 429 }), post({ analysisIds: ['b'] })],
      },
    ],
    [
      'twice',
      {
        records: [{ ...RUNNING, attempts: 2 }],
        entries: [post({ status: 429, analysisIds: [] }), post()],
        deaths: [[{ id: '1', attempts: 1 }]],
      },
    ],
    ['limit', { entries: [post(), ...others(1, 2, MINUTE - 1)] }],
    ['account', { records: [{ ...RUNNING, account: { userName: 'u/demo/colleague' } }] }],
    ['no end', { records: [{ ...RUNNING, state: 'submitting' }] }],
    ['did not start', { records: [{ ...RUNNING, started: { analysisId: 'b' } }] }],
    [
      'in flight at once',
      {
        deaths: [
          [
            { id: '2', attempts: 1 },
            { id: '3', attempts: 1 },
          ],
        ],
      },
    ],
    ['unlearnt', { records: [{ ...RUNNING, state: 'unconfirmed' }] }],
    ['unlearnt', { records: [{ ...RUNNING, state: 'failed' }] }],
  ])('%s', (word, changes) => {
    expect(judged(changes).join()).toContain(word);
  });
});

/** Probes, which start nothing and count all the same. */
function others(...times: number[]): LedgerEntry[] {
  return times.map((receivedAt) =>
    post({ receivedAt, target: { form: 'sha1', value: '0' }, analysisIds: [] }),
  );
}
