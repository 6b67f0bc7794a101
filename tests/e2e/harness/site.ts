import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Certificate, makeCertificate } from './certificate';
import { type ConnectProxy, startProxy } from './proxy';
import { thumbnail } from './thumbnail';

/** One request as the log keeps it. */
export interface SiteRequest {
  readonly host: string;
  /** With the query. */
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A string is an HTML page. */
export type Answer =
  | string
  | {
      readonly status?: number;
      readonly headers?: OutgoingHttpHeaders;
      readonly body?: string | Buffer;
    };

export type Handler = (request: SiteRequest) => Answer | Promise<Answer>;

const ofAnImage = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=3600' };

const drawn = (request: SiteRequest): Answer => ({
  headers: { ...ofAnImage, 'content-type': 'image/svg+xml' },
  body: thumbnail(request.path),
});

/** One grey pixel. A drawn picture is a document to the browser, and two dozen take it a second. */
const pixel: Answer = {
  headers: { ...ofAnImage, 'content-type': 'image/png' },
  body: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AwAAzgDN1GaQsAAAAABJRU5ErkJggg==',
    'base64',
  ),
};

const notFound: Answer = { status: 404, body: '<!doctype html><title>404</title><h1>404</h1>' };

/**
 * An https server on loopback that plays huggingface.co, arxiv.org and any host a test names.
 * Hosts that nobody named are refused like an unreachable network, and noted in `refused`.
 */
export class Site {
  readonly requests: SiteRequest[] = [];
  /** Hosts somebody asked for that no test named: the browser's own chatter, or a leak of ours. */
  readonly refused = new Set<string>();
  #hosts = new Map<string, Handler>();
  #pages = new Map<string, Handler>();

  constructor(
    readonly port: number,
    readonly proxy: ConnectProxy,
    readonly certificate: Certificate,
    private readonly server: Server,
    private readonly picture: Handler,
  ) {
    this.reset();
  }

  /** Forgets what was asked and what to answer; what any page of the real hosts needs stays. */
  reset(): void {
    this.requests.length = 0;
    this.refused.clear();
    this.#hosts.clear();
    this.#pages.clear();
    for (const host of ['huggingface.co', 'arxiv.org']) this.host(host, () => notFound);
    // What the extension asks for by itself, of a site without papers.
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    this.page('huggingface.co', '/api/daily_papers', { headers, body: '[]' });
    for (const host of ['cdn-thumbnails.huggingface.co', 'cdn-avatars.huggingface.co']) {
      this.host(host, this.picture);
    }
  }

  /** Answers one address; a path with a query is matched before the path alone. */
  page(host: string, path: string, answer: Answer | Handler): void {
    if (!this.#hosts.has(host)) this.host(host, () => notFound);
    this.#pages.set(`${host}${path}`, typeof answer === 'function' ? answer : () => answer);
  }

  /** Answers whatever no page of the host answers. */
  host(host: string, handler: Handler): void {
    this.#hosts.set(host, handler);
  }

  /** Requests to a host so far, in order. */
  requestsTo(host: string): SiteRequest[] {
    return this.requests.filter((request) => request.host === host);
  }

  /** Tells whether the host is played here; notes it otherwise. */
  isKnown(host: string): boolean {
    const known = this.#hosts.has(host);
    if (!known) this.refused.add(host);
    return known;
  }

  /** Answers one request and logs it. */
  async answer(request: SiteRequest): Promise<Answer> {
    this.requests.push(request);
    const address = `${request.host}${request.path}`;
    const page = this.#pages.get(address) ?? this.#pages.get(address.replace(/\?.*/, ''));
    if (page) return page(request);
    if (request.path.startsWith('/avatars/')) return this.picture(request);
    return this.#hosts.get(request.host)?.(request) ?? notFound;
  }

  /** Stops serving. */
  close(): void {
    this.proxy.close();
    this.server.closeAllConnections();
    this.server.close();
  }
}

async function readRequest(message: IncomingMessage): Promise<SiteRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return {
    host: (message.headers.host ?? '').replace(/:443$/, ''),
    path: message.url ?? '/',
    method: message.method ?? 'GET',
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, answer: Answer): void {
  const {
    status = 200,
    headers = {},
    body = '',
  } = typeof answer === 'string' ? { body: answer } : answer;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(body);
}

async function serve(
  site: Site,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(message);
  if (!site.isKnown(request.host)) {
    message.socket.destroy();
    return;
  }
  try {
    send(response, await site.answer(request));
  } catch (error) {
    send(response, { status: 500, body: String(error) });
  }
}

/**
 * Starts the site; close it when done.
 * @param isShown Whether somebody looks at it: then its pictures are drawn.
 */
export async function startSite({ isShown = false } = {}): Promise<Site> {
  const certificate = await makeCertificate();
  const started: { site?: Site } = {};
  const server = createServer({ cert: certificate.cert, key: certificate.key });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy = await startProxy(port, (host) => started.site?.isKnown(host) ?? false);
  const site = new Site(port, proxy, certificate, server, isShown ? drawn : () => pixel);
  started.site = site;
  server.on('request', (message, response) => void serve(site, message, response));
  server.on('tlsClientError', (_, socket) => socket.destroy());
  return site;
}
