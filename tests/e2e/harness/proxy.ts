import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A CONNECT proxy that leads every https host to one local port; Firefox has no host mapping. */
export interface ConnectProxy {
  readonly port: number;
  close(): void;
}

/**
 * Starts the proxy.
 * @param isKnown Hosts for which it answers false are refused, as an unreachable host would be.
 */
export async function startProxy(
  sitePort: number,
  isKnown: (host: string) => boolean,
): Promise<ConnectProxy> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((_, response) => response.writeHead(502).end());
  server.on('connection', (socket) => remember(sockets, socket));
  server.on('connect', (request, client: Socket) => {
    const [host = '', port] = (request.url ?? '').split(':');
    if (port !== '443' || !isKnown(host)) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(sitePort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    remember(sockets, upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** Keeps the socket for closing; a reset by either side is no fault of a test. */
function remember(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => sockets.delete(socket));
}
