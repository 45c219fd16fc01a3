import { type Answer, jsonAnswer } from '../answer.ts';
import { expectJson, Refusal } from '../refusal.ts';
import type { Call } from '../route-table.ts';
import type { Stores } from '../routes.ts';
import { expectArchive, expectSample } from '../samples.ts';
import { parseSubmission, type Submission } from '../submission.ts';

/** TCA-0207, "Archive Detonation": each file becomes an analysis, or an error message of its own. */
export function createSubmitArchive({ analyses, settings, usage }: Stores) {
  return ({ parameters, body, user, at }: Call): Answer => {
    expectJson(parameters[0], 'post_format');
    const { base64, speed } = settings.get();
    const submission = parseSubmission(body, base64);
    if (submission.target.kind !== 'sample') throw new Refusal(400, 'An archive is named by its sha1.');

    const analysisIds: string[] = [];
    const files = expectArchive(submission.target.sha1).map((sha1) => {
      const error = refusalOf(sha1);
      if (error !== null) return { sha1, analysis_id: analyses.unusedId(), error_message: error };
      const file: Submission = { ...submission, target: { kind: 'sample', sha1 } };
      const { analysisId } = analyses.start(file, { user, at, speed });
      analysisIds.push(analysisId);
      return { sha1, analysis_id: analysisId, status: 'started' };
    });
    usage.count({ product: 'TCA-0207', user, at }, analysisIds.length);
    return { ...jsonAnswer(200, { rl: { requested_hash: submission.target.sha1, files } }), analysisIds };
  };
}

function refusalOf(sha1: string): string | null {
  try {
    expectSample(sha1);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
