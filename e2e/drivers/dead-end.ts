import { createServer } from 'node:http';
import { listen } from './listen.ts';

/** A proxy that leads nowhere, and remembers who asked to go where. */
export interface DeadEnd {
  port: number;
  /** `host:port` or the URL of all that was asked for, in order. */
  requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a loopback proxy for a browser under test: what isn't served on this machine ends here, so no journey
 * can reach a real host, and a journey can say that nothing tried to.
 */
export async function startDeadEnd(): Promise<DeadEnd> {
  const requests: string[] = [];
  const server = createServer((request) => {
    requests.push(request.url ?? '');
    request.socket.destroy();
  });
  server.on('connect', (request, socket) => {
    requests.push(request.url ?? '');
    socket.on('error', () => socket.destroy());
    // An answer instead of a broken line: browsers try a broken proxy again.
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const { port, close } = await listen(server);
  return { port, requests, close };
}
