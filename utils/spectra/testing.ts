import type { Brief } from './brief.ts';

/** The brief of a report that says nothing but its classification, with what is to be different. */
export function briefWith(classification: string, changes: Partial<Brief> = {}): Brief {
  return {
    classification,
    hasRun: true,
    threats: [],
    signatures: [],
    techniques: [],
    urls: [],
    domains: [],
    addresses: [],
    alerts: [],
    files: [],
    warnings: [],
    totals: {
      threats: 0,
      signatures: 0,
      riskySignatures: 0,
      techniques: 0,
      urls: 0,
      domains: 0,
      addresses: 0,
      alerts: 0,
      files: 0,
      maliciousFiles: 0,
      warnings: 0,
    },
    ...changes,
  };
}
