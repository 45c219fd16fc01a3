import type { Analyses } from './analyses.ts';
import { createLimits } from './endpoints/limits.ts';
import { createSubmit } from './endpoints/submit.ts';
import { createSubmitArchive } from './endpoints/submit-archive.ts';
import { createUsageReport } from './endpoints/usage-report.ts';
import type { Route } from './route-table.ts';
import type { SettingsStore } from './settings.ts';
import type { Usage } from './usage.ts';

export interface Stores {
  analyses: Analyses;
  settings: SettingsStore;
  usage: Usage;
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
  ];
}
