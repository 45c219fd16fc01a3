import type { Brief } from './brief.ts';
import { parseTime } from './history.ts';
import { textOf } from './report-text.ts';
import { isObject, listOf, numberOf, type Thing } from './report-values.ts';

type Facts = Pick<
  Brief,
  'classification' | 'riskScore' | 'platform' | 'browser' | 'configuration' | 'analysedAt' | 'duration'
>;

/** What a report says of its analysis as a whole, and its warnings. */
export function factsOf(report: Thing): { facts: Facts; warnings: string[] } {
  const sources = [report, ...onlyAnalysisOf(report)];
  /** The first that can be read. */
  function say<Value>(name: string, read: (value: unknown) => Value | undefined): Value | undefined {
    for (const source of sources) {
      const value = read(source[name]);
      if (value !== undefined) return value;
    }
    return undefined;
  }
  const facts = {
    classification: say('classification', short) ?? '',
    riskScore: say('risk_score', numberOf),
    platform: say('platform', short),
    browser: say('browser', short),
    configuration: say('configuration', long),
    analysedAt: say('analysis_time', timeOf),
    duration: say('analysis_duration', numberOf),
  };
  return { facts: withoutGaps(facts), warnings: say('warnings', textsOf) ?? [] };
}

/** A report merged over a single analysis: that one says what the report itself leaves out. */
function onlyAnalysisOf(report: Thing): Thing[] {
  const analyses = listOf(report['history_analysis']);
  return analyses.length === 1 ? analyses.filter(isObject) : [];
}

const LONGEST_WORD = 60;

function short(value: unknown): string | undefined {
  return textOf(value, LONGEST_WORD) || undefined;
}

function long(value: unknown): string | undefined {
  return textOf(value) || undefined;
}

function timeOf(value: unknown): number | undefined {
  const time = parseTime(textOf(value));
  // A null date of the service's, as 0001-01-01, is no time.
  return time !== undefined && time >= 0 ? time : undefined;
}

function textsOf(value: unknown): string[] | undefined {
  const values = typeof value === 'string' ? [value] : listOf(value);
  const texts = values.map((one) => textOf(one)).filter((text) => text !== '');
  return texts.length > 0 ? texts : undefined;
}

type WithoutGaps<Values> = { [Name in keyof Values]: Exclude<Values[Name], undefined> };

/** What is not told is absent, as it is after a way through the storage. */
function withoutGaps<Values extends object>(values: Values): WithoutGaps<Values> {
  const told = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as WithoutGaps<Values>;
}
