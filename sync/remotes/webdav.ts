import { timeOf } from '../../lib/rate-limit';
import type { Bytes } from '../bytes';
import { failure, isPage, told } from './answers';
import { type Answer, ask, type RemoteWorld, realWorld } from './ask';
import { listedIn } from './multistatus';
import { type Listed, type Remote, RemoteError } from './remote';

export interface WebdavPlace {
  /** Of WebDAV itself, as the storage's help names it; a slash at its end may be missing. */
  readonly address: string;
  /** Below it, of the reader's choice, with `/` between; made where it is missing. */
  readonly folder: string;
  readonly user: string;
  /** An app password, if the storage has such. */
  readonly password: string;
}

const asksFor = `<?xml version="1.0" encoding="utf-8"?>
<D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/><D:getcontentlength/><D:getetag/><D:getlastmodified/></D:prop></D:propfind>`;

/**
 * Files on a WebDAV server (RFC 4918), by no more than all servers do alike: folders end in a slash, nothing is conditional,
 * listings go one level deep.
 */
export class WebdavRemote implements Remote {
  /** By the storage's clock, in ms since the epoch, as of its last answer; absent while it did not tell. */
  serverTime?: number;
  readonly #root: string;
  readonly #folder: readonly string[];
  readonly #authorization: string;
  readonly #secrets: readonly string[];
  readonly #world: RemoteWorld;

  constructor({ address, folder, user, password }: WebdavPlace, world: RemoteWorld = realWorld) {
    this.#root = address.replace(/\/*$/, '/');
    this.#folder = partsOf(folder);
    const encoded = base64(`${user}:${password}`);
    this.#authorization = user || password ? `Basic ${encoded}` : '';
    this.#secrets = [encoded, password, encodeURIComponent(password)];
    this.#world = world;
  }

  async list(folder: string, signal: AbortSignal): Promise<readonly Listed[]> {
    const address = this.#address(folder, true);
    const answer = await this.#ask('PROPFIND', address, signal, asksFor, {
      Depth: '1',
      'Content-Type': 'application/xml; charset=utf-8',
    });
    if (isMissing(answer)) return [];
    if (knowsNoMethod(answer) || (answer.status === 200 && !isLogin(answer)))
      throw new RemoteError('notWebdav', told(answer, this.#secrets));
    if (answer.status !== 207) throw failure(answer, this.#secrets);
    const listed = listedIn(new TextDecoder().decode(answer.bytes), address);
    if (!listed) throw this.#bad(answer);
    return listed;
  }

  async get(path: string, signal: AbortSignal): Promise<Bytes | undefined> {
    const answer = await this.#ask('GET', this.#address(path), signal);
    if (isMissing(answer)) return undefined;
    if (answer.status === 204) return new Uint8Array();
    if (answer.status !== 200 || isPage(answer)) throw failure(answer, this.#secrets);
    return answer.bytes;
  }

  async put(path: string, bytes: Bytes, signal: AbortSignal): Promise<void> {
    const write = () =>
      this.#ask('PUT', this.#address(path), signal, bytes, {
        'Content-Type': 'application/octet-stream',
      });
    let answer = await write();
    if (mayLackFolder(answer)) {
      await this.makeFolder(partsOf(path).slice(0, -1).join('/'), signal);
      answer = await write();
    }
    if (isMissing(answer)) throw new RemoteError('noFolder', told(answer, this.#secrets));
    if (knowsNoMethod(answer)) throw new RemoteError('notWebdav', told(answer, this.#secrets));
    if (!isDone(answer)) throw failure(answer, this.#secrets);
  }

  async remove(path: string, signal: AbortSignal): Promise<void> {
    let answer = await this.#ask('DELETE', this.#address(path), signal);
    // nginx takes a folder away only by its address with a slash.
    if (answer.status === 409 || answer.status === 405)
      answer = await this.#ask('DELETE', this.#address(path, true), signal);
    if (isMissing(answer)) return;
    if (knowsNoMethod(answer)) throw new RemoteError('notWebdav', told(answer, this.#secrets));
    if (!isDone(answer)) throw failure(answer, this.#secrets);
  }

  async makeFolder(path: string, signal: AbortSignal): Promise<void> {
    await this.#makeFolder([...this.#folder, ...partsOf(path)], signal);
  }

  async #makeFolder(parts: readonly string[], signal: AbortSignal): Promise<void> {
    if (parts.length === 0) return;
    const make = () => this.#ask('MKCOL', this.#root + encoded(parts, true), signal);
    let answer = await make();
    if (answer.status === 409 || answer.status === 404) {
      if (parts.length === 1) throw new RemoteError('noFolder', told(answer, this.#secrets));
      await this.#makeFolder(parts.slice(0, -1), signal);
      answer = await make();
    }
    // A folder that is there already is answered 405 (RFC 4918, 9.3.1).
    if (answer.status === 405) return;
    if (answer.status === 501) throw new RemoteError('notWebdav', told(answer, this.#secrets));
    if (!isDone(answer)) throw failure(answer, this.#secrets);
  }

  #address(path: string, isFolder = false): string {
    return this.#root + encoded([...this.#folder, ...partsOf(path)], isFolder);
  }

  async #ask(
    method: string,
    address: string,
    signal: AbortSignal,
    body?: Bytes | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const authorization = this.#authorization && { Authorization: this.#authorization };
    const answer = await ask(
      this.#world,
      {
        method,
        address,
        headers: { ...authorization, ...headers },
        ...(body !== undefined && { body }),
      },
      signal,
    );
    const time = timeOf(answer.headers);
    if (time !== undefined) this.serverTime = time;
    return answer;
  }

  #bad(answer: Answer): RemoteError {
    return new RemoteError(
      'badAnswer',
      `a listing that is cut off: ${told(answer, this.#secrets)}`,
    );
  }
}

/** A password need not be of Latin letters (RFC 7617, 2.1). */
function base64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''),
  );
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function encoded(parts: readonly string[], isFolder: boolean): string {
  const path = parts.map(encodeURIComponent).join('/');
  return isFolder && path !== '' ? `${path}/` : path;
}

/** Apache's mod_speling answers 300 with names that are like one that is missing. */
function isMissing({ status }: Answer): boolean {
  return status === 404 || status === 410 || status === 300;
}

/** Apache and lighttpd say 409 for a missing folder, rclone 404, nginx 500. */
function mayLackFolder(answer: Answer): boolean {
  return isMissing(answer) || answer.status === 409 || answer.status === 500;
}

function knowsNoMethod({ status }: Answer): boolean {
  return status === 405 || status === 501;
}

/** Something was written, made or taken away; a page with 200 is what a network's own log-in says to everything. */
function isDone(answer: Answer): boolean {
  const { status } = answer;
  return (status === 200 && !isPage(answer)) || (status > 200 && status < 300 && status !== 207);
}

function isLogin(answer: Answer): boolean {
  const text = new TextDecoder().decode(answer.bytes);
  return isPage(answer) && /type=["']?password|log.?in|sign.?in/i.test(text);
}
