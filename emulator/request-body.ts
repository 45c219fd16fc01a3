import type { IncomingMessage } from 'node:http';

/** Bytes. */
const MAX_BODY = 1024 * 1024;

type ReadBody = { text: string } | 'too-large' | 'incomplete';

/**
 * A request's body, `incomplete` where the client went away. One that is too large is read to its end all the same:
 * otherwise the client sees a broken connection instead of the answer.
 */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length <= MAX_BODY) chunks.push(chunk);
    }
  } catch {
    return 'incomplete';
  }
  return length > MAX_BODY ? 'too-large' : { text: Buffer.concat(chunks).toString('utf8') };
}
