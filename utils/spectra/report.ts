import { encodeBase64Url } from './base64.ts';
import { ARTEFACTS, type Brief, type Links } from './brief.ts';
import { alertsOf } from './report-alerts.ts';
import { factsOf } from './report-facts.ts';
import { filesOf, isMalicious } from './report-files.ts';
import { fitted, type Lists } from './report-fit.ts';
import { addressesOf, domainsOf, urlsOf } from './report-network.ts';
import { signaturesOf, techniquesOf, threatsOf } from './report-signatures.ts';
import { isObject, type Thing } from './report-values.ts';
import { hasRun } from './report-warnings.ts';
import { parseJson } from './service-error.ts';
import type { Started } from './submission.ts';

/** TCA-0106 for one analysis: by the service's SHA-1 of the URL, or, where it told none, by base64url of the URL. */
export function reportPath({ sha1, analysisId }: Started, href: string): string {
  const isHash = /^[0-9a-f]{40}$/i.test(sha1);
  const target = isHash ? `sha1/${sha1}` : `base64/${encodeBase64Url(href)}`;
  const id = encodeURIComponent(analysisId.toWellFormed());
  return `/api/dynamic/analysis/report/v1/query/url/${target}/${id}?format=json`;
}

/** What a body of TCA-0106 says, and what it links to. */
export interface ParsedReport {
  brief: Brief;
  links: Links;
}

/**
 * Reads a report leniently: a field that is absent or odd costs nothing but itself. Never throws.
 * @returns undefined where the body holds no report
 */
export function parseReport(body: string): ParsedReport | undefined {
  const value = parseJson(body);
  const report = isObject(value) && isObject(value['rl']) ? value['rl']['report'] : undefined;
  return isObject(report) ? { brief: briefOf(report), links: linksOf(report) } : undefined;
}

function briefOf(report: Thing): Brief {
  const { facts, warnings } = factsOf(report);
  const network = isObject(report['network']) ? report['network'] : {};
  const lists: Lists = {
    threats: threatsOf(report['threat_names']),
    signatures: signaturesOf(report['signatures']),
    techniques: techniquesOf(report['mitre_attack']),
    urls: urlsOf(network),
    domains: domainsOf(network),
    addresses: addressesOf(network),
    alerts: alertsOf(report['snort_alerts'], report['suricata_alerts']),
    files: filesOf(report['dropped_files']),
    warnings,
  };
  return fitted({ ...facts, hasRun: hasRun(warnings), ...lists, totals: totalsOf(lists) });
}

const RISKY = 7;

function totalsOf(lists: Lists): Brief['totals'] {
  return {
    threats: lists.threats.length,
    signatures: lists.signatures.length,
    riskySignatures: lists.signatures.filter(({ risk = 0 }) => risk >= RISKY).length,
    techniques: lists.techniques.length,
    urls: lists.urls.length,
    domains: lists.domains.length,
    addresses: lists.addresses.length,
    alerts: lists.alerts.length,
    files: lists.files.length,
    maliciousFiles: lists.files.filter(isMalicious).length,
    warnings: lists.warnings.length,
  };
}

function linksOf(report: Thing): Links {
  const links: Links = {};
  for (const name of ARTEFACTS) {
    const value = report[name];
    if (typeof value === 'string' && URL.canParse(value) && new URL(value).protocol === 'https:')
      links[name] = value;
  }
  return links;
}
