import { type Analysis, isFinished } from '../analyses.ts';
import { type Answer, jsonAnswer } from '../answer.ts';
import { normaliseUrl } from '../normalised-url.ts';
import { expectJson, Refusal } from '../refusal.ts';
import { summarise, summariseVerdict } from '../report.ts';
import type { Call } from '../route-table.ts';
import type { Stores } from '../routes.ts';
import { SANDBOXES } from '../sandboxes.ts';
import { parseUrlQuery } from '../url-query.ts';
import { type Classification, worstOf } from '../verdict.ts';

/** What a URL is called here: a sandbox that found nothing does not make it a known one. */
const NAMES: Readonly<Record<Classification, string>> = {
  MALICIOUS: 'malicious',
  SUSPICIOUS: 'suspicious',
  UNKNOWN: 'unknown',
  NO_THREATS_FOUND: 'unknown',
  KNOWN: 'known',
};

/** TCA-0403: what is known of a URL, and which analyses it had. Of the report, only what these tell. */
export function createUrlReport({ analyses, settings, usage, verdicts }: Stores) {
  function describe(analysis: Analysis, at: number) {
    return {
      ...summarise(analysis),
      ...(isFinished(analysis, at) && summariseVerdict(verdicts.of(analysis))),
      browser: SANDBOXES[analysis.platform].browser,
    };
  }

  return ({ parameters, body, user, at }: Call): Answer => {
    expectJson(parameters[0], 'post_format');
    const requestedUrl = parseUrlQuery(body);
    const { sha1, urlBase64 } = normaliseUrl(requestedUrl);
    const started = analyses.of({ kind: 'url', sha1 });
    if (started.length === 0) throw new Refusal(404, 'The URL is not known.');

    const finished = started.filter((analysis) => isFinished(analysis, at));
    const listed = settings.get().listsRunning ? started : finished;
    const history = listed.map((analysis) => describe(analysis, at));
    const { classification } = worstOf(finished.map(verdicts.of));
    usage.count({ product: 'TCA-0403', user, at }, 1);
    const rl = {
      requested_url: requestedUrl,
      sha1,
      base64: urlBase64,
      classification: NAMES[classification],
      dynamic_analysis: {
        analysis_history: history,
        ...(history.length > 0 && { last_analysis: history.at(-1) }),
      },
    };
    return jsonAnswer(200, { rl });
  };
}
