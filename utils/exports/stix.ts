import { v5 } from 'uuid';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { type Rank, rankOf } from '@/utils/analyses/verdict.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import type { Harmless } from './harmless.ts';
import { stixUrl, type Urls } from './stix-url.ts';
import { timestamp } from './timestamp.ts';

interface Options {
  urls: Urls;
  /** Makes a text harmless that is no URL. */
  defangText: Harmless['defangText'];
  /** Milliseconds since 1970. */
  exportedAt: number;
}

type Value = string | true | string[];
type StixObject = Record<string, Value> & { type: string; id: string };

/** STIX 2.1, 2.9: of observables, whoever names them. */
const OBSERVABLES = '00abedb4-aa42-466c-9c01-fed23315a9b7';
/** Of all else it asks for another one; this is ours. */
const OURS = '88993ea6-74f2-496a-b330-0b5fb7512e8d';

/** Names of products, which are the same in all languages. */
const SYSTEMS: Record<Platform, Record<string, string>> = {
  windows11: { name: 'Windows 11', vendor: 'Microsoft' },
  windows10: { name: 'Windows 10', vendor: 'Microsoft' },
  windows7: { name: 'Windows 7', vendor: 'Microsoft' },
  macos11: { name: 'macOS 11', vendor: 'Apple' },
  linux: { name: 'Linux' },
};

/** The words of `malware-result-ov`. */
const RESULTS: Record<Rank, string> = {
  malicious: 'malicious',
  suspicious: 'suspicious',
  unknown: 'unknown',
  none: 'unknown',
  clean: 'benign',
};

/**
 * Analyses as a STIX 2.1 bundle: their URLs, what the finished ones came to, and the user's notes. What is exported twice has the
 * same ids.
 */
export function toStix(analyses: readonly Analysis[], options: Options): string {
  const objects = new Map(
    analyses.flatMap((analysis) => objectsOf(analysis, options)).map((object) => [object.id, object]),
  );
  const listed = [...objects.values()];
  const bundle = {
    type: 'bundle',
    id: `bundle--${v5(JSON.stringify(listed), OURS)}`,
    // An empty list is against the standard; none is not.
    ...(listed.length > 0 && { objects: listed }),
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

function objectsOf(analysis: Analysis, options: Options): StixObject[] {
  const { urls } = options;
  const url = observable('url', { value: stixUrl(analysis.href, urls) });
  const system = observable('software', SYSTEMS[analysis.platform]);
  const told = analysis.state === 'finished' ? [malwareAnalysis(analysis, url, system, options)] : [];
  return [
    urls === 'raw' ? url : { ...url, defanged: true },
    ...told.flatMap((object) => [system, object]),
    ...noteOn(told[0] ?? url, analysis, options),
  ];
}

function malwareAnalysis(
  analysis: Analysis,
  url: StixObject,
  system: StixObject,
  options: Options,
): StixObject {
  const { verdict, sentAt, startedAt, finishedAt } = analysis;
  return {
    ...domainObject('malware-analysis', analysis, options),
    product: 'reversinglabs-cloud-sandbox',
    result: RESULTS[rankOf(analysis) ?? 'unknown'],
    ...(verdict?.threat && { result_name: options.defangText(verdict.threat) }),
    ...(sentAt !== undefined && { submitted: timestamp(sentAt) }),
    ...(startedAt !== undefined && { analysis_started: timestamp(startedAt) }),
    // By then it had ended: it is when its report was found.
    ...(finishedAt !== undefined && { analysis_ended: timestamp(finishedAt) }),
    operating_system_ref: system.id,
    // Not `sample_ref`: that may name files, artefacts and network traffic only.
    analysis_sco_refs: [url.id],
  };
}

function noteOn(object: StixObject, analysis: Analysis, options: Options): StixObject[] {
  if (!analysis.note?.trim()) return [];
  const content = options.defangText(analysis.note);
  return [{ ...domainObject('note', analysis, options), content, object_refs: [object.id] }];
}

/** What each object that is no observable has. The user can change case and note at any time: each export is a version. */
function domainObject(type: string, analysis: Analysis, { defangText, exportedAt }: Options): StixObject {
  const { id, capturedAt, finishedAt = capturedAt } = analysis;
  return {
    type,
    spec_version: '2.1',
    id: `${type}--${v5(`${type} ${id}`.toWellFormed(), OURS)}`,
    created: timestamp(finishedAt),
    modified: timestamp(Math.max(finishedAt, exportedAt)),
    ...(analysis.case?.trim() && { labels: [defangText(analysis.case)] }),
  };
}

/** An observable, by what names it. These properties, in the order of their names, are its canonical form (RFC 8785). */
function observable(type: string, properties: Record<string, string>): StixObject {
  const id = `${type}--${v5(JSON.stringify(properties), OBSERVABLES)}`;
  return { type, spec_version: '2.1', id, ...properties };
}
