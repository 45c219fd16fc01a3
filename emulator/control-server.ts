import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Answer, errorAnswer, jsonAnswer } from './answer.ts';
import { createControlActions } from './control-actions.ts';
import { send } from './delivery.ts';
import type { Control } from './emulator.ts';
import { createLoopbackServer } from './loopback-server.ts';
import { readBody } from './request-body.ts';

/** The control interface over HTTP, on a loopback port of its own: JSON in, JSON out, 400 with the reason. */
export function createControlServer(control: Control) {
  const actions = createControlActions(control);

  function answer(name: string, query: URLSearchParams, body: string): Answer {
    const action = actions.get(name);
    if (action === undefined) return errorAnswer(404, `There is no ${name}.`);
    try {
      return jsonAnswer(200, action({ query, body }) ?? {});
    } catch (error) {
      if (error instanceof z.ZodError) return errorAnswer(400, z.prettifyError(error));
      if (error instanceof SyntaxError) return errorAnswer(400, 'The body is not JSON.');
      throw error;
    }
  }

  return createLoopbackServer(async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    if (body === 'incomplete') return;
    const [path, query] = (request.url ?? '').split('?');
    const result =
      body === 'too-large'
        ? errorAnswer(413, 'The body is over 1 MB.')
        : answer(`${request.method} ${path}`, new URLSearchParams(query), body.text);
    send(response, result, Date.now());
  });
}
