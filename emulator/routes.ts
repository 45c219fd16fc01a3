import type { Analyses } from './analyses.ts';
import { answerArtefact } from './endpoints/artefact.ts';
import { createLimits } from './endpoints/limits.ts';
import { createReport } from './endpoints/report.ts';
import { createSubmit } from './endpoints/submit.ts';
import { createSubmitArchive } from './endpoints/submit-archive.ts';
import { createUrlReport } from './endpoints/url-report.ts';
import { createUsageReport } from './endpoints/usage-report.ts';
import type { Route } from './route-table.ts';
import type { SettingsStore } from './settings.ts';
import type { Usage } from './usage.ts';
import type { Verdicts } from './verdicts.ts';

export interface Stores {
  analyses: Analyses;
  settings: SettingsStore;
  usage: Usage;
  verdicts: Verdicts;
}

/** Everything that the emulator speaks. */
export function createRoutes(stores: Stores): Route[] {
  return [
    {
      endpoint: 'submit',
      product: 'TCA-0207',
      method: 'POST',
      path: /^\/api\/dynamic\/analysis\/analyze\/v1\/query\/([^/]+)$/,
      handle: createSubmit(stores),
    },
    {
      endpoint: 'submit-archive',
      product: 'TCA-0207',
      method: 'POST',
      path: /^\/api\/dynamic\/analysis\/analyze\/v1\/archive\/query\/([^/]+)$/,
      handle: createSubmitArchive(stores),
    },
    {
      endpoint: 'report',
      product: 'TCA-0106',
      method: 'GET',
      path: /^\/api\/dynamic\/analysis\/report\/v1\/query\/(url\/sha1|url\/base64|sha1)\/([^/]+)(?:\/([^/]+))?$/,
      handle: createReport(stores),
    },
    {
      endpoint: 'url-report',
      product: 'TCA-0403',
      method: 'POST',
      path: /^\/api\/networking\/url\/v1\/report\/query\/([^/]+)$/,
      handle: createUrlReport(stores),
    },
    {
      endpoint: 'usage',
      product: 'TCA-9999',
      method: 'GET',
      path: /^\/api\/customer_usage\/v1\/usage\/daily$/,
      handle: createUsageReport(stores),
    },
    {
      endpoint: 'limits',
      product: 'TCA-9999',
      method: 'GET',
      path: /^\/api\/customer_usage\/v1\/limits$/,
      handle: createLimits(stores),
    },
    {
      endpoint: 'artefact',
      product: null,
      method: 'GET',
      path: /^\/rl-cloud-sandbox-\w+-prod\/([\w.-]+\.7z)$/,
      handle: answerArtefact,
    },
  ];
}
