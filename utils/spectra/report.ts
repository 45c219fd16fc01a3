import { encodeBase64Url } from './base64.ts';
import { ARTEFACTS, type Brief, type Links } from './brief.ts';
import { parseTime } from './history.ts';
import { fitted, MOST } from './report-fit.ts';
import { addressesOf, domainsOf, urlsOf } from './report-network.ts';
import { alertsOf, filesOf, signaturesOf, techniquesOf, threatsOf } from './report-parts.ts';
import { isObject, listOf, numberOf, type Thing, textOf } from './report-values.ts';
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
  const said = saidBy(report);
  const warned = said['warnings'];
  const warnings = (typeof warned === 'string' ? [warned] : listOf(warned)).flatMap(
    (warning) => textOf(warning) || [],
  );
  const threats = threatsOf(report['threat_names']);
  const signatures = signaturesOf(report['signatures']);
  const techniques = techniquesOf(report['mitre_attack']);
  const network = isObject(report['network']) ? report['network'] : {};
  const urls = urlsOf(network);
  const domains = domainsOf(network);
  const addresses = addressesOf(network);
  const alerts = [...alertsOf(report['snort_alerts']), ...alertsOf(report['suricata_alerts'])];
  const files = filesOf(report['dropped_files']);
  const riskScore = numberOf(said['risk_score']);
  const analysedAt = parseTime(textOf(said['analysis_time']));
  const duration = numberOf(said['analysis_duration']);
  return fitted({
    classification: textOf(said['classification'], 60),
    ...(riskScore !== undefined && { riskScore }),
    ...named('platform', said['platform'], 60),
    ...named('browser', said['browser'], 100),
    ...named('configuration', said['configuration'], 300),
    ...(analysedAt !== undefined && { analysedAt }),
    ...(duration !== undefined && { duration }),
    hasRun: hasRun(warnings),
    threats: threats.slice(0, MOST.threats),
    signatures: signatures.slice(0, MOST.signatures),
    techniques: techniques.slice(0, MOST.techniques),
    urls: urls.slice(0, MOST.urls),
    domains: domains.slice(0, MOST.domains),
    addresses: addresses.slice(0, MOST.addresses),
    alerts: alerts.slice(0, MOST.alerts),
    files: files.slice(0, MOST.files),
    warnings: warnings.slice(0, MOST.warnings),
    totals: {
      threats: threats.length,
      signatures: signatures.length,
      riskySignatures: signatures.filter(({ risk = 0 }) => risk >= RISKY).length,
      techniques: techniques.length,
      urls: urls.length,
      domains: domains.length,
      addresses: addresses.length,
      alerts: alerts.length,
      files: files.length,
      maliciousFiles: files.filter(({ classification }) => isMalicious(classification)).length,
      warnings: warnings.length,
    },
  });
}

const RISKY = 7;

function isMalicious(classification: string): boolean {
  return classification.toLowerCase() === 'malicious';
}

/** Where a report is merged over a single analysis, that one says what the report itself leaves out. */
function saidBy(report: Thing): Thing {
  const [only, ...more] = listOf(report['history_analysis']);
  return isObject(only) && more.length === 0 ? { ...only, ...present(report) } : report;
}

/** Of a report's own fields those that say something of the analysis. */
function present(report: Thing): Thing {
  const entries = SAID.map((name) => [name, report[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => isReadable(value)));
}

function isReadable(value: unknown): boolean {
  return textOf(value) !== '' || typeof value === 'number' || listOf(value).length > 0;
}

const SAID = [
  'classification',
  'risk_score',
  'platform',
  'browser',
  'configuration',
  'analysis_time',
  'analysis_duration',
  'warnings',
];

function named<Name extends string>(name: Name, value: unknown, most: number): Partial<Record<Name, string>> {
  const text = textOf(value, most);
  return (text ? { [name]: text } : {}) as Partial<Record<Name, string>>;
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
