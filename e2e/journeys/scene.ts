import type { Analysis } from '@/utils/analyses/analysis.ts';
import type { Gate } from '@/utils/analyses/gate.ts';
import { analysisKey, briefKey, gateKey, KEYS } from '@/utils/analyses/keys.ts';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/analyses/settings.ts';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import { HOUR, MINUTE } from '@/utils/analyses/time.ts';
import { verdictOf } from '@/utils/analyses/verdict.ts';
import { survey } from '@/utils/background/lists.ts';
import { type Account, accountKey } from '@/utils/spectra/account.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { briefWith } from '@/utils/spectra/testing.ts';

/** What stands in both areas of the storage. */
interface Scene {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
}

/** What a scene is made of. */
export interface Parts {
  account?: Account | null;
  isSignedIn?: boolean;
  settings?: Partial<Settings>;
  analyses?: readonly Analysis[];
  /** By the id of the analysis. */
  briefs?: Record<string, Brief>;
  gate?: Partial<Gate>;
  /** Whatever else. */
  local?: Record<string, unknown>;
  session?: Record<string, unknown>;
}

export const ACCOUNT: Account = { address: 'https://data.reversinglabs.com', userName: 'u/demo/analyst' };

/**
 * A state of the extension, to be put into its storage instead of being brought about: all lists and indexes are found from the
 * records. No slot is free, so that what is queued stays so.
 */
export async function sceneOf(parts: Parts): Promise<Scene> {
  const { account = ACCOUNT, isSignedIn = account !== null, analyses = [], briefs = {} } = parts;
  const now = Date.now();
  const records = Object.fromEntries(analyses.map((one) => [analysisKey(one.id), one]));
  const slots = [1, 2, 3].map((second) => ({ sentAt: now - second, answeredAt: now }));
  return {
    local: {
      [KEYS.settings]: { ...DEFAULT_SETTINGS, account, ...parts.settings },
      ...(account && {
        [gateKey(accountKey(account))]: { slots, contactAt: now, failures: 0, ...parts.gate },
      }),
      ...records,
      ...Object.fromEntries(Object.entries(briefs).map(([id, brief]) => [briefKey(id), brief])),
      ...(await listsOf(records)),
      ...parts.local,
    },
    session: {
      ...(isSignedIn && { [KEYS.credentials]: { ...account, password: 'demo' } }),
      ...parts.session,
    },
  };
}

async function listsOf(records: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { found } = await survey({
    keys: async () => Object.keys(records),
    get: async () => records,
    set: async () => {},
    remove: async () => {},
  });
  return found;
}

/** An analysis of a scene, captured so many minutes ago. */
export function analysisOf(id: string, minutesAgo: number, changes: Partial<Analysis> = {}): Analysis {
  return queuedAnalysis(id, Date.now() - minutesAgo * MINUTE, {
    href: 'https://login.bad.example.test/verify/account?user=7&session=0123456789',
    platform: 'windows11',
    account: ACCOUNT,
    ...changes,
  });
}

/** The same once the service started it. Its report is not asked for while one looks. */
export function running(id: string, minutesAgo: number, changes: Partial<Analysis> = {}): Analysis {
  const analysis = analysisOf(id, minutesAgo, changes);
  return {
    ...analysis,
    state: 'running',
    attempts: 1,
    sentAt: analysis.capturedAt,
    startedAt: analysis.capturedAt,
    lookAt: Date.now() + HOUR,
    started: { analysisId: `4c92${id}14e8`.toLowerCase(), sha1: '7'.repeat(40), url: analysis.href },
    ...changes,
  };
}

/** The same with what its report came to. */
export function finished(
  id: string,
  minutesAgo: number,
  brief: Brief,
  changes: Partial<Analysis> = {},
): Analysis {
  const { lookAt: _, ...analysis } = running(id, minutesAgo, changes);
  const finishedAt = analysis.capturedAt + 12 * MINUTE;
  return { ...analysis, state: 'finished', finishedAt, verdict: verdictOf(brief), ...changes };
}

/** A report that has something to say in each of its parts. */
export function fullBrief(classification: string, changes: Partial<Brief> = {}): Brief {
  const many = <Item>(item: (index: number) => Item) => Array.from({ length: 12 }, (_, index) => item(index));
  const brief = briefWith(classification, {
    riskScore: 9,
    platform: 'windows10',
    browser: 'Google Chrome 113',
    configuration: 'Office 2019, Adobe Reader DC',
    analysedAt: Date.now() - HOUR,
    duration: 203,
    threats: ['Document-HTML.Phishing.Generic', 'Win32.Trojan.Zusy'],
    signatures: many((index) => ({ text: `Does what is done by malware ${index}`, risk: 11 - index })),
    techniques: many((index) => ({
      tactic: index < 6 ? 'Initial Access' : '',
      id: `T15${10 + index}`,
      name: `Technique ${index}`,
    })),
    urls: many((index) => `https://bad${index}.example.test/gate.php?${'x'.repeat(index * 20)}`),
    domains: many((index) => `bad${index}.example.test`),
    addresses: many((index) => ({ ip: `203.0.113.${index}`, ports: index % 2 ? [80, 443] : [] })),
    alerts: ['ET TROJAN Something known (SID 2024)'],
    files: many((index) => ({
      name: index % 3 ? `invoice${index}.exe` : '',
      hash: `${index}`.padEnd(40, 'a'),
      classification: ['MALICIOUS', 'SUSPICIOUS', 'KNOWN', 'a word of its own'][index % 4] ?? '',
      type: 'PE32/Exe',
      size: 123_456,
    })),
    warnings: ['The analysis ended early.'],
    ...changes,
  });
  const { threats, signatures, techniques, urls, domains, addresses, alerts, files, warnings } = brief;
  return {
    ...brief,
    totals: {
      threats: threats.length,
      signatures: signatures.length,
      riskySignatures: 5,
      techniques: techniques.length,
      urls: urls.length + 30,
      domains: domains.length,
      addresses: addresses.length,
      alerts: alerts.length,
      files: files.length,
      maliciousFiles: 3,
      warnings: warnings.length,
    },
  };
}
