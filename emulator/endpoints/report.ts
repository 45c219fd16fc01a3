import { isFinished } from '../analyses.ts';
import { type Answer, jsonAnswer } from '../answer.ts';
import { describeMergedReport } from '../merged-report.ts';
import { padReport } from '../padding.ts';
import { expectJson, Refusal } from '../refusal.ts';
import { describeReport } from '../report.ts';
import { parseReportKey } from '../report-key.ts';
import type { Call } from '../route-table.ts';
import type { Stores } from '../routes.ts';

/** TCA-0106: one analysis by its id, the `latest` one, or all of a URL or a file merged. Not ready is 404. */
export function createReport({ analyses, usage, verdicts }: Stores) {
  return ({ parameters: [form = '', text = '', ending], query, user, at }: Call): Answer => {
    expectJson(query.get('format') ?? undefined, 'format');
    const { requested, ...target } = parseReportKey(form, text);
    const id = ending === 'latest' ? undefined : ending;
    const asked = analyses.of(target).filter(({ analysisId }) => analysisId === (id ?? analysisId));
    if (asked.length === 0) throw new Refusal(404, 'There is no such dynamic analysis.');

    const finished = asked
      .filter((analysis) => isFinished(analysis, at))
      .map((analysis) => ({
        analysis,
        verdict: verdicts.of(analysis),
        observed: verdicts.observedAt(analysis),
      }));
    const newest = finished.at(-1);
    if (newest === undefined) {
      if (id === undefined) throw new Refusal(404, 'No dynamic analysis is finished yet.');
      return jsonAnswer(404, { status: 'analyzing' });
    }

    usage.count({ product: 'TCA-0106', user, at }, 1);
    const { body, size = 0 } = verdicts.orderFor(newest.analysis);
    const described =
      ending === undefined
        ? describeMergedReport(newest.analysis.target, finished)
        : describeReport(newest, at);
    const report = body === undefined ? padReport(described, size, newest.analysis) : body;
    return jsonAnswer(200, { rl: { report, ...requested, ...(id !== undefined && { requested_id: id }) } });
  };
}
