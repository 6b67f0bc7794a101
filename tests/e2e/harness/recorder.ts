import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between a browser and a storage, and keeps all that goes there. */
export interface Recorder {
  readonly address: string;
  /** Methods and addresses, as they were asked. */
  readonly asked: readonly string[];
  /** Addresses, headers but for the password's, and bodies: every byte that was sent. */
  sent(): Buffer;
  /** From now on the storage keeps what is put there, and nobody hears of it; or answers again. */
  keepSilent(isSilent: boolean): void;
  close(): void;
}

/** Starts one before a server. */
export async function record(server: string): Promise<Recorder> {
  const asked: string[] = [];
  const parts: Buffer[] = [];
  const { hostname, port } = new URL(server);
  let isSilent = false;
  const answer = (from: IncomingMessage, to: ServerResponse) => {
    const { method = '', url = '', headers } = from;
    const { authorization: _authorization, ...told } = headers;
    asked.push(`${method} ${url}`);
    parts.push(Buffer.from(`${method} ${decodeURIComponent(url)} ${JSON.stringify(told)}`));
    const passed = request({ hostname, port, method, path: url, headers }, (answered) => {
      if (isSilent && method === 'PUT') {
        answered.resume();
        return;
      }
      to.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(to);
    });
    passed.on('error', () => to.destroy());
    from.on('data', (part: Buffer) => parts.push(part));
    from.pipe(passed);
  };
  const recorder = createServer(answer);
  await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
  const close = () => {
    recorder.closeAllConnections();
    recorder.close();
  };
  const address = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}/`;
  const keepSilent = (silent: boolean) => {
    isSilent = silent;
  };
  return { address, asked, sent: () => Buffer.concat(parts), keepSilent, close };
}
