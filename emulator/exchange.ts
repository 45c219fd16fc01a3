import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type Answer, errorAnswer } from './answer.ts';
import { parseBasicAuth } from './basic-auth.ts';
import { send, sendHalf } from './delivery.ts';
import { faultAnswer, reachesService } from './fault-answer.ts';
import type { FaultBook } from './fault-book.ts';
import type { Ledger } from './ledger.ts';
import { readBody } from './request-body.ts';
import type { Service } from './service.ts';
import { readSubmitted } from './submitted-target.ts';

interface Parts {
  service: Service;
  ledger: Ledger;
  faults: FaultBook;
  now: () => number;
}

/** Takes one request from its head to its end: the faults, the service, the answer, and the ledger's entry. */
export function createExchange({ service, ledger, faults, now }: Parts) {
  /** Those without an answer yet: call to drop one. */
  const waiting = new Set<() => void>();

  function open({ method = '', url: path = '', headers }: IncomingMessage) {
    const head = { method, path, endpoint: service.endpointOf(method, path) };
    const ordered = faults.take(head);
    const opened = ledger.open({
      ...head,
      receivedAt: now(),
      headers: {
        authorization: headers.authorization !== undefined,
        user: parseBasicAuth(headers.authorization)?.user ?? null,
        cookie: headers.cookie !== undefined,
        contentType: headers['content-type'] ?? null,
        origin: headers.origin ?? null,
      },
      fault: ordered && { id: ordered.id, kind: ordered.fault.kind },
    });
    return { ...opened, fault: ordered?.fault };
  }

  /** Notes the end, and aborts the signal where it comes without an answer. */
  function follow(
    { socket }: IncomingMessage,
    response: ServerResponse,
    { entry, note }: ReturnType<typeof open>,
  ) {
    const gone = new AbortController();
    function drop(): void {
      if (entry.ended === 'pending' || entry.ended === 'held') note({ ended: 'dropped' });
      socket.destroy();
    }
    waiting.add(drop);
    response.once('finish', () => note({ ended: 'answered', answeredAt: now() }));
    response.once('close', () => {
      waiting.delete(drop);
      gone.abort();
      if (entry.ended === 'pending') note({ ended: 'aborted', aborted: true });
      if (entry.ended === 'held') note({ aborted: true });
    });
    return gone.signal;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const opened = open(request);
    const { entry, note, fault } = opened;
    const gone = follow(request, response, opened);

    function reach(body: string): Answer {
      const { authorization } = request.headers;
      const { answer, account } = service.handle({ ...entry, authorization, body });
      note({ account, analysisIds: answer.analysisIds ?? [] });
      return answer;
    }
    function reply(answer: Answer): void {
      note({ status: answer.status });
      send(response, answer, now());
    }
    function cut(): void {
      note({ ended: 'cut' });
      request.socket.destroy();
    }

    if (fault?.kind === 'cut' && fault.when === 'before-body') return cut();
    const body = await readBody(request);
    if (body === 'incomplete') return;
    if (body === 'too-large') return reply(errorAnswer(413, 'The body is over 1 MB.'));
    note({ body: body.text, ...readSubmitted(body.text) });
    if (fault === undefined) return reply(reach(body.text));

    const early = reachesService(fault) ? reach(body.text) : null;
    if (fault.kind === 'hang') return note({ ended: 'held' });
    if (fault.kind === 'cut') {
      if (early === null || fault.when === 'after-body') return cut();
      note({ status: early.status });
      return sendHalf(response, early, now(), cut);
    }
    if (fault.kind === 'delay' && !(await isThereAfter(fault.ms, gone))) return;
    reply(faultAnswer(fault) ?? early ?? reach(body.text));
  }

  return {
    handle,
    /** Cuts each connection that waits for an answer. */
    dropAll(): void {
      for (const drop of waiting) drop();
    },
  };
}

async function isThereAfter(ms: number, gone: AbortSignal): Promise<boolean> {
  return setTimeout(ms, true, { signal: gone }).catch(() => false);
}
