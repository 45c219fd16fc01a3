import { createServer } from 'node:http';
import { listen } from './listen.ts';

/** HTML, or anything else with its media type. */
export type PageBody = string | { type: string; body: string | Uint8Array };

/** Ordinary web pages for the browser under test, served on loopback under their own host names. */
export interface PageServer {
  port: number;
  /** The host names of the pages; the drivers lead them to `port`. */
  hosts: string[];
  /** Every URL that was asked for, served or not, in order. */
  requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves the given pages, keyed by their `http:` URL, as in `{ 'http://inbox.example.test/': '<a href=…>' }`.
 * Anything else is a 404. Links in the pages lead nowhere: the drivers let no other host resolve.
 */
export async function startPageServer(pages: Record<string, PageBody>): Promise<PageServer> {
  const bodies = new Map(Object.entries(pages).map(([url, body]) => [new URL(url).href, body]));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}${request.url}`;
    requests.push(url);
    const page = bodies.get(url);
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { type, body } = typeof page === 'string' ? { type: 'text/html; charset=utf-8', body: page } : page;
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  const { port, close } = await listen(server);
  const hosts = [...new Set([...bodies.keys()].map((url) => new URL(url).hostname))];
  return { port, hosts, requests, close };
}
