import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Sends an answer in whole. `at` (ms) is the emulator's time, which the `Date` header tells. */
export function send(response: ServerResponse, answer: Answer, at: number): void {
  writeHead(response, answer, at);
  response.end(answer.body);
}

/** Sends the head of an answer and half of its body, then calls back. */
export function sendHalf(response: ServerResponse, answer: Answer, at: number, then: () => void): void {
  writeHead(response, answer, at);
  response.setHeader('content-length', Buffer.byteLength(answer.body));
  response.write(answer.body.slice(0, answer.body.length / 2), then);
}

function writeHead(response: ServerResponse, { status, headers }: Answer, at: number): void {
  response.statusCode = status;
  // node's own Date would be of another clock than the rest of the answers
  response.setHeader('date', new Date(at).toUTCString());
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
