import {
  type Answer,
  errorAnswer,
  jsonAnswer,
  quotaExceeded,
  rateLimitExceeded,
  WWW_AUTHENTICATE,
} from './answer.ts';
import type { Fault } from './fault.ts';

const SIGN_IN_PAGE = '<!doctype html><title>Sign in</title><h1>Sign in to reach the internet</h1>';

/** Whether the service sees a request before the fault takes effect. */
export function reachesService(fault: Fault): boolean {
  if (fault.kind === 'cut') return fault.when !== 'before-body';
  return 'started' in fault && fault.started;
}

/** The answer in place of the true one; null for a fault that has none of its own. */
export function faultAnswer(fault: Fault): Answer | null {
  switch (fault.kind) {
    case 'delay':
    case 'hang':
    case 'cut':
      return null;
    case 'server-error':
      return withBody(errorAnswer(fault.status, 'Ordered server error', retryAfter(fault)), fault.body);
    case 'too-many-requests':
      return fault.cause === 'quota'
        ? quotaExceeded(retryAfter(fault))
        : rateLimitExceeded(retryAfter(fault));
    case 'html':
      return {
        status: fault.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: fault.body ?? SIGN_IN_PAGE,
      };
    case 'redirect':
      return { status: fault.status, headers: { location: fault.location }, body: '' };
    case 'nonsense':
      return withBody(jsonAnswer(fault.status, {}), fault.body);
    case 'refusal': {
      const headers = fault.status === 401 ? WWW_AUTHENTICATE : {};
      return withBody(errorAnswer(fault.status, 'Ordered refusal', headers), fault.body);
    }
  }
}

function withBody(answer: Answer, body: string | object | undefined): Answer {
  if (body === undefined) return answer;
  return { ...answer, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function retryAfter(fault: { retryAfter?: string | undefined }): Record<string, string> {
  return fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
}
