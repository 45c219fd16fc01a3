import type { Analysis } from '../analyses.ts';
import { type Answer, jsonAnswer } from '../answer.ts';
import { expectJson } from '../refusal.ts';
import type { Call } from '../route-table.ts';
import type { Stores } from '../routes.ts';
import { expectSample } from '../samples.ts';
import { parseSubmission } from '../submission.ts';

/** TCA-0207, "Dynamic Analysis Request": a file by its hash, or a URL. */
export function createSubmit({ analyses, settings, usage }: Stores) {
  return ({ parameters, body, user, at }: Call): Answer => {
    expectJson(parameters[0], 'post_format');
    const { base64, speed } = settings.get();
    const submission = parseSubmission(body, base64);
    if (submission.target.kind === 'sample') expectSample(submission.target.sha1);
    const analysis = analyses.start(submission, { user, at, speed });
    usage.count({ product: 'TCA-0207', user, at }, 1);
    return { ...jsonAnswer(200, { rl: describe(analysis) }), analysisIds: [analysis.analysisId] };
  };
}

function describe({ target, analysisId }: Analysis) {
  if (target.kind === 'sample') {
    return { status: 'started', requested_hash: target.sha1, analysis_id: analysisId };
  }
  const { url, sha1, urlBase64 } = target;
  return { url, status: 'started', sha1, url_base64: urlBase64, analysis_id: analysisId };
}
