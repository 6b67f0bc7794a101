import { AwsV4Signer } from 'aws4fetch';
import { timeOf } from '../../lib/rate-limit';
import type { Bytes } from '../bytes';
import { failure, isPage, told } from './answers';
import { type Answer, ask, type RemoteWorld, realWorld } from './ask';
import { bareTag } from './multistatus';
import { type Listed, type Remote, RemoteError, type RemoteErrorKind } from './remote';
import { child, children, readXml, type XmlElement } from './xml';

export interface S3Place {
  /** Of the service, without the bucket, as `https://s3.eu-central-1.amazonaws.com`. */
  readonly address: string;
  readonly bucket: string;
  /** Below it, of the reader's choice, with `/` between. */
  readonly folder: string;
  /** `us-east-1` for services that know none. */
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** The bucket as part of the path, or, where the service wants that, of the host. */
  readonly style: 'path' | 'host';
}

/** What services say in XML beside the status (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html). */
const kindOfCode: Readonly<Record<string, RemoteErrorKind>> = {
  InvalidAccessKeyId: 'unauthorised',
  SignatureDoesNotMatch: 'unauthorised',
  ExpiredToken: 'unauthorised',
  InvalidToken: 'unauthorised',
  AccessDenied: 'forbidden',
  AllAccessDisabled: 'forbidden',
  RequestTimeTooSkewed: 'clock',
  RequestExpired: 'clock',
  NoSuchBucket: 'noFolder',
  InvalidBucketName: 'noFolder',
  PermanentRedirect: 'redirected',
  TemporaryRedirect: 'redirected',
  AuthorizationHeaderMalformed: 'redirected',
  EntityTooLarge: 'tooLarge',
  QuotaExceeded: 'full',
  SlowDown: 'busy',
  TooManyRequests: 'busy',
  RequestLimitExceeded: 'busy',
  ServiceUnavailable: 'busy',
};

/**
 * Objects in a bucket of S3 or what speaks like it. There are no folders: they are the beginnings of names, so that making one
 * asks nothing. No checksum header is sent, which several services refuse.
 */
export class S3Remote implements Remote {
  /** By the storage's clock, in ms since the epoch, as of its last answer; absent while it did not tell. */
  serverTime?: number;
  readonly #place: S3Place;
  readonly #prefix: string;
  readonly #bucket: string;
  readonly #world: RemoteWorld;
  /** The keys derived for signing, which change once a day. */
  readonly #signingKeys = new Map<string, ArrayBuffer>();

  constructor(place: S3Place, world: RemoteWorld = realWorld) {
    this.#place = place;
    this.#prefix = joined(place.folder, '');
    this.#world = world;
    const url = new URL(place.address);
    if (place.style === 'host') url.hostname = `${place.bucket}.${url.hostname}`;
    const path = url.pathname.replace(/\/*$/, '/');
    this.#bucket = `${url.origin}${path}${place.style === 'host' ? '' : `${place.bucket}/`}`;
  }

  async list(folder: string, signal: AbortSignal): Promise<readonly Listed[]> {
    const prefix = joined(this.#prefix, joined(folder, ''));
    const found: Listed[] = [];
    let next: string | undefined;
    do {
      const answer = await this.#ask('GET', this.#listing(prefix, next), signal);
      if (answer.status !== 200 || isPage(answer)) throw this.#failure(answer);
      const page = readXml(new TextDecoder().decode(answer.bytes));
      if (page?.name !== 'ListBucketResult')
        throw new RemoteError('badAnswer', told(answer, this.#secrets));
      found.push(...listedOf(page, prefix));
      const isCut = child(page, 'IsTruncated')?.text === 'true';
      const further = child(page, 'NextContinuationToken')?.text;
      if (isCut && (!further || further === next))
        throw new RemoteError('badAnswer', 'a listing that is cut off, without where it goes on');
      next = isCut ? further : undefined;
    } while (next !== undefined);
    return found;
  }

  async get(path: string, signal: AbortSignal): Promise<Bytes | undefined> {
    const answer = await this.#ask('GET', this.#address(path), signal);
    if (answer.status === 404 && codeOf(answer) !== 'NoSuchBucket') return undefined;
    if (answer.status !== 200 || isPage(answer)) throw this.#failure(answer);
    return answer.bytes;
  }

  async put(path: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    const answer = await this.#ask('PUT', this.#address(path), signal, bytes);
    if (answer.status !== 200 || isPage(answer)) throw this.#failure(answer);
  }

  async remove(path: string, signal: AbortSignal): Promise<void> {
    const answer = await this.#ask('DELETE', this.#address(path), signal);
    if (answer.status === 404 && codeOf(answer) !== 'NoSuchBucket') return;
    if (answer.status !== 200 && answer.status !== 204) throw this.#failure(answer);
  }

  async makeFolder(): Promise<void> {}

  #address(path: string): string {
    return this.#bucket + joined(this.#prefix, path).split('/').map(encodeURIComponent).join('/');
  }

  #listing(prefix: string, token: string | undefined): string {
    const query = new URLSearchParams({ 'list-type': '2', delimiter: '/', prefix });
    if (token !== undefined) query.set('continuation-token', token);
    // A plus sign is a space to forms, and itself to what signs.
    return `${this.#bucket}?${query.toString().replaceAll('+', '%20')}`;
  }

  /** Signs what is sent, too (Signature Version 4), so that a body that was cut off on the way is refused. */
  async #ask(method: string, url: string, signal: AbortSignal, body?: Bytes): Promise<Answer> {
    const { accessKey: accessKeyId, secretKey: secretAccessKey, region } = this.#place;
    const signed = await new AwsV4Signer({
      method,
      url,
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
      cache: this.#signingKeys,
      datetime: new Date(this.#world.now()).toISOString().replace(/[:-]|\.\d{3}/g, ''),
      headers: {
        'X-Amz-Content-Sha256': await sha256(body ?? new Uint8Array()),
        ...(body && { 'Content-Type': 'application/octet-stream' }),
      },
    }).sign();
    const asked = { method, address: signed.url.href, headers: signed.headers };
    const answer = await ask(this.#world, { ...asked, ...(body && { body }) }, signal);
    const time = timeOf(answer.headers);
    if (time !== undefined) this.serverTime = time;
    return answer;
  }

  get #secrets(): string[] {
    return [this.#place.secretKey];
  }

  #failure(answer: Answer): RemoteError {
    const known = failure(answer, this.#secrets);
    const kind = kindOfCode[codeOf(answer)];
    if (!kind) {
      const isNoService = answer.status === 404 || answer.status === 405 || answer.status === 501;
      return isNoService ? new RemoteError('notWebdav', known.detail) : known;
    }
    const region = child(readXml(new TextDecoder().decode(answer.bytes)), 'Region')?.text;
    const detail = kind === 'redirected' && region ? region : known.detail;
    return new RemoteError(kind, detail, known.retryAfter);
  }
}

async function sha256(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function codeOf(answer: Answer): string {
  if (answer.bytes.length > 65_536) return '';
  const root = readXml(new TextDecoder().decode(answer.bytes));
  return root?.name === 'Error' ? (child(root, 'Code')?.text ?? '') : '';
}

function listedOf(page: XmlElement, prefix: string): Listed[] {
  const folders = children(page, 'CommonPrefixes').map((one) => ({
    name: (child(one, 'Prefix')?.text ?? '').slice(prefix.length).replace(/\/$/, ''),
    isFolder: true,
  }));
  const files = children(page, 'Contents').map((one): Listed => {
    const size = Number(child(one, 'Size')?.text ?? '');
    const changedAt = Date.parse(child(one, 'LastModified')?.text ?? '');
    const tag = bareTag(child(one, 'ETag')?.text ?? '');
    return {
      name: (child(one, 'Key')?.text ?? '').slice(prefix.length),
      isFolder: false,
      ...(Number.isInteger(size) && { size }),
      ...(tag && { tag }),
      ...(Number.isNaN(changedAt) ? {} : { changedAt }),
    };
  });
  // A folder that another program made is an object of no bytes whose name ends in a slash.
  return [...folders, ...files].filter(({ name }) => name !== '');
}

/** Two parts of a name with one slash between; the first may be none, and the second is '' for a name that goes on. */
function joined(start: string, end: string): string {
  const bare = start.replace(/^\/+|\/+$/g, '');
  return bare === '' ? end : `${bare}/${end}`;
}
