import type { Bytes } from '../bytes';

/** A file or folder as its folder lists it. What the storage does not tell is absent, never made up. */
export interface Listed {
  /** The last part of its path, without a slash. */
  readonly name: string;
  readonly isFolder: boolean;
  /** In bytes. */
  readonly size?: number;
  /** Something that changes with the content, as the storage has it: `W/`, quotes and `-gzip` are off. */
  readonly tag?: string;
  /** ms since the epoch, by the storage's clock. */
  readonly changedAt?: number;
}

/**
 * A place where files lie, as little as every storage can do. Paths are relative to the reader's folder, with
 * `/` between and no `/` at the ends; their parts are of `a-z`, `A-Z`, `0-9`, `.`, `_` and `-`. Nothing relies on
 * conditions, locks, moves, or on anything but whole files of at most 512 kB.
 *
 * Each method throws a `RemoteError` and nothing else, but for the `AbortSignal`'s own reason.
 */
export interface Remote {
  /** What lies directly in a folder ('' for the reader's own); nothing where the folder is missing. */
  list(folder: string, signal: AbortSignal): Promise<readonly Listed[]>;
  /** A whole file as it lies there now, never from a cache; `undefined` where it is missing. */
  get(path: string, signal: AbortSignal): Promise<Bytes | undefined>;
  /**
   * Writes a whole file in place of what was there; folders that are missing are made. That it resolves means
   * that the storage said so: who has to be sure reads it again.
   */
  put(path: string, bytes: Bytes, signal: AbortSignal): Promise<void>;
  /** Takes a file away, or an empty folder; nothing happens where it is missing. */
  remove(path: string, signal: AbortSignal): Promise<void>;
  /** Makes a folder and those above it; nothing happens where it is there. */
  makeFolder(path: string, signal: AbortSignal): Promise<void>;
}

/** What can be wrong with a storage, as far as the reader can do something else about each. */
export const remoteErrorKinds = [
  /** The address, user or password is wrong. */
  'unauthorised',
  /** The password is right, and this is not allowed. */
  'forbidden',
  /** Too much was asked for; also where a storage calls that 401 or 403. See `retryAfter`. */
  'busy',
  /** No room is left. */
  'full',
  /** One file is larger than the storage takes. */
  'tooLarge',
  /** Somebody else holds the file at this moment. */
  'locked',
  /** No answer: no network, no such host, cut off, too slow. */
  'unreachable',
  /** The certificate is not one that the browser trusts. */
  'certificate',
  /** The browser was not allowed to ask this address. */
  'noPermission',
  /** The same of a folder of this computer: the browser asks anew, when it has ended in between. */
  'folderNotAllowed',
  /** A folder of this computer is not there, or cannot be read: its drive is away, its program has not brought it down. */
  'folderAway',
  /** The answer is somewhere else; `detail` is the address. */
  'redirected',
  /** Something answers there, but no WebDAV (or no bucket). */
  'notWebdav',
  /** A page to log in, of the storage or of the network one is in. */
  'loginPage',
  /** This device's clock is too far off for the storage. */
  'clock',
  /** The folder or bucket itself is not there and cannot be made. */
  'noFolder',
  /** The storage failed (5xx), and may not the next time. */
  'serverFault',
  /** An answer that means nothing. */
  'badAnswer',
] as const;
export type RemoteErrorKind = (typeof remoteErrorKinds)[number];

/** What a storage could not do. */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';

  /**
   * @param detail What it said, for whoever is to mend it: status, address, start of the answer. Never a password.
   * @param retryAfter How long to leave it alone, in ms, where it said so.
   */
  constructor(
    readonly kind: RemoteErrorKind,
    readonly detail: string,
    readonly retryAfter?: number,
    options?: ErrorOptions,
  ) {
    super(`${kind}: ${detail}`, options);
  }
}
