import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Request {
  readonly method: string;
  /** As it was sent, with its query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface S3Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

const keys = { accessKey: 'READER', secretKey: 'secret/+key' };

/**
 * A bucket in memory that checks each signature itself, as `s3rver` does not
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), and that lists in pages.
 */
export class S3StandIn {
  readonly keys = keys;
  readonly bucket = 'papers';
  readonly region = 'eu-test-1';
  readonly objects = new Map<string, Buffer>();
  readonly requests: S3Request[] = [];
  pageSize = 1000;
  /** ms since the epoch. */
  now: () => number = Date.now;
  /** Asked first; what it answers is sent. */
  fault: (request: S3Request) => S3Answer | undefined = () => undefined;
  origin = '';
  readonly #server = createServer(async (message, response) => {
    const parts: Buffer[] = [];
    for await (const part of message) parts.push(part as Buffer);
    const { method = '', url = '', headers } = message;
    const request = { method, url, headers, body: Buffer.concat(parts) };
    this.requests.push(request);
    const answer = this.fault(request) ?? this.#refused(request) ?? this.#served(request);
    const date = new Date(this.now()).toUTCString();
    response.writeHead(answer.status, { Date: date, ...answer.headers }).end(answer.body);
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #refused({ method, url, headers, body }: S3Request): S3Answer | undefined {
    const sent = /Credential=(.*?)\/(.*?), SignedHeaders=(.*?), Signature=(.*)$/.exec(
      headers.authorization ?? '',
    );
    const [, accessKey, scope = '', signed = '', signature] = sent ?? [];
    const time = String(headers['x-amz-date']);
    const [day, region] = scope.split('/');
    if (accessKey !== keys.accessKey) return problem(403, 'InvalidAccessKeyId');
    if (region !== this.region)
      return problem(400, 'AuthorizationHeaderMalformed', `<Region>${this.region}</Region>`);
    if (Math.abs(moment(time) - this.now()) > 900_000) return problem(403, 'RequestTimeTooSkewed');
    const digest = createHash('sha256').update(body).digest('hex');
    if (headers['x-amz-content-sha256'] !== digest)
      return problem(400, 'XAmzContentSHA256Mismatch');
    const { pathname, searchParams } = new URL(url, this.origin);
    const query = [...searchParams].map((pair) => pair.map(strict).join('=')).sort();
    const lines = signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
    const path = pathname.split('/').map((part) => strict(decodeURIComponent(part)));
    const canonical = [method, path.join('/'), query.join('&'), lines.join(''), signed, digest];
    const text = createHash('sha256').update(canonical.join('\n')).digest('hex');
    const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
      (secret, part) => createHmac('sha256', secret).update(String(part)).digest(),
      `AWS4${keys.secretKey}`,
    );
    const toSign = ['AWS4-HMAC-SHA256', time, scope, text].join('\n');
    const wanted = createHmac('sha256', key).update(toSign).digest('hex');
    return wanted === signature ? undefined : problem(403, 'SignatureDoesNotMatch');
  }

  #served({ method, url, headers, body }: S3Request): S3Answer {
    const { pathname, searchParams } = new URL(url, this.origin);
    const isHost = headers.host?.startsWith(`${this.bucket}.`) === true;
    const [bucket, ...rest] = decodeURIComponent(pathname).slice(1).split('/');
    if (!isHost && bucket !== this.bucket) return problem(404, 'NoSuchBucket');
    const name = isHost ? decodeURIComponent(pathname).slice(1) : rest.join('/');
    if (name === '') return this.#listed(searchParams);
    if (method === 'PUT') this.objects.set(name, body);
    if (method === 'DELETE') this.objects.delete(name);
    if (method !== 'GET') return { status: method === 'PUT' ? 200 : 204 };
    const found = this.objects.get(name);
    return found ? { status: 200, body: found } : problem(404, 'NoSuchKey');
  }

  /** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
  #listed(query: URLSearchParams): S3Answer {
    const prefix = query.get('prefix') ?? '';
    const rows = new Map<string, string>();
    for (const [name, { length }] of [...this.objects].sort()) {
      if (!name.startsWith(prefix)) continue;
      const end = name.indexOf('/', prefix.length);
      const key = end === -1 ? name : name.slice(0, end + 1);
      const row =
        end === -1
          ? `<Contents><Key>${escaped(key)}</Key><Size>${length}</Size><ETag>&quot;${length}&quot;</ETag><LastModified>2026-11-29T12:00:00.000Z</LastModified></Contents>`
          : `<CommonPrefixes><Prefix>${escaped(key)}</Prefix></CommonPrefixes>`;
      rows.set(key, row);
    }
    const from = Number(query.get('continuation-token') ?? '0');
    const end = from + this.pageSize;
    const more = end < rows.size;
    const body = [...rows.values()].slice(from, end).join('');
    return {
      status: 200,
      headers: { 'Content-Type': 'application/xml' },
      body: `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${end}</NextContinuationToken>` : ''}${body}</ListBucketResult>`,
    };
  }
}

/** An answer as S3 says what is wrong. */
export function problem(status: number, code: string, more = ''): S3Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/xml' },
    body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message>${more}</Error>`,
  };
}

function moment(time: string): number {
  return Date.parse(time.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));
}

function strict(text: string): string {
  const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
