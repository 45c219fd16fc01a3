import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { MINUTE } from './time.ts';

export interface Listening {
  /** Such as `https://127.0.0.1:1234`. */
  address: string;
  port: number;
}

/** An HTTP/1.1 server on 127.0.0.1 only, with TLS where a certificate is given. */
export function createLoopbackServer(handle: RequestListener, certificate?: { key: string; cert: string }) {
  const server = certificate ? createTlsServer(certificate, handle) : createServer(handle);
  const sockets = new Set<Socket>();
  // node's 5 s would now and then close a connection just when the client sends on it
  server.keepAliveTimeout = 2 * MINUTE;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  return {
    /** Port 0 takes a free one. Rejects where the port is taken. */
    async listen(port = 0): Promise<Listening> {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      const { port: bound } = server.address() as AddressInfo;
      return { address: `${certificate ? 'https' : 'http'}://127.0.0.1:${bound}`, port: bound };
    },
    /** Destroys what is open, and resolves when the port is free. */
    async close(): Promise<void> {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
