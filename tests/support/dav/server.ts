import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answerDav } from './methods';
import { Tree } from './tree';

export interface DavRequest {
  readonly method: string;
  /** Decoded; with the slash at its end if it came with one. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Uint8Array;
}

export interface DavAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Drops the connection after so many bytes of the body; 0 before any answer. */
  readonly cutAfter?: number;
  /** Sends what there is and never ends. */
  readonly isEndless?: boolean;
}

/** How one fault changes what a sound server does; `next` is that server, with the faults before this one. */
export type Fault = (
  request: DavRequest,
  next: (request: DavRequest) => DavAnswer | Promise<DavAnswer>,
  server: DavStandIn,
) => DavAnswer | Promise<DavAnswer>;

/** A WebDAV server in memory (RFC 4918, class 1), sound unless `faults` say otherwise. */
export class DavStandIn {
  /** Its clock, in ms since the epoch. */
  now: () => number = Date.now;
  readonly tree = new Tree(() => this.now());
  /** Each request that came, in order. */
  readonly requests: DavRequest[] = [];
  /** May be changed between requests; the last one is asked first. */
  faults: Fault[] = [];
  /** Without one, anybody may do anything. */
  account?: { readonly user: string; readonly password: string };
  origin = '';
  readonly #server: Server;

  /** @param secure A certificate and its key, for one that speaks TLS. */
  constructor(secure?: ServerOptions) {
    const listener = (request: IncomingMessage, response: ServerResponse): void => {
      void this.#serve(request, response);
    };
    this.#server = secure ? createSecureServer(secure, listener) : createServer(listener);
    this.#scheme = secure ? 'https' : 'http';
  }
  readonly #scheme: string;

  /** Listens on the loopback, on a port of its own unless told. */
  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.origin = `${this.#scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The requests of one method, as paths. */
  asked(method: string): string[] {
    return this.requests.filter((one) => one.method === method).map(({ path }) => path);
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of message) parts.push(part as Buffer);
    const request: DavRequest = {
      method: message.method ?? '',
      path: decoded(message.url ?? '/'),
      headers: message.headers,
      body: Buffer.concat(parts),
    };
    this.requests.push(request);
    const sound = (asked: DavRequest): DavAnswer =>
      this.#isAllowed(asked) ? answerDav(this.tree, asked, this.origin) : unauthorized;
    const whole = this.faults.reduce<(asked: DavRequest) => DavAnswer | Promise<DavAnswer>>(
      (next, fault) => (asked) => fault(asked, next, this),
      sound,
    );
    send(response, request, await whole(request), this.now());
  }

  #isAllowed({ headers }: DavRequest): boolean {
    if (!this.account) return true;
    const { user, password } = this.account;
    const wanted = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
    return headers.authorization === `Basic ${wanted}`;
  }
}

const unauthorized: DavAnswer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Basic realm="stand-in", charset="UTF-8"' },
  body: 'Unauthorized',
};

function decoded(url: string): string {
  const path = url.replace(/^https?:\/\/[^/]*/, '').replace(/\?.*$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function send(response: ServerResponse, request: DavRequest, answer: DavAnswer, now: number): void {
  const body = Buffer.from(answer.body ?? '');
  if (answer.cutAfter === 0) {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, {
    Date: new Date(now).toUTCString(),
    ...(request.method === 'HEAD' || answer.status === 204 || answer.status === 304
      ? {}
      : { 'Content-Length': body.length }),
    ...answer.headers,
  });
  if (answer.cutAfter !== undefined) {
    response.write(body.subarray(0, answer.cutAfter), () => response.destroy());
  } else if (answer.isEndless) {
    response.write(body.subarray(0, Math.max(1, body.length - 1)));
  } else if (request.method === 'HEAD') response.end();
  else response.end(body);
}
