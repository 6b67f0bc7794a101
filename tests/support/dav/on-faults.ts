import { onTestFinished } from 'vitest';
import type { Bytes } from '../../../sync/bytes';
import { type RemoteWorld, realWorld } from '../../../sync/remotes/ask';
import { type ProbeReport, probe } from '../../../sync/remotes/probe';
import { type Listed, RemoteError } from '../../../sync/remotes/remote';
import { WebdavRemote } from '../../../sync/remotes/webdav';
import { DavStandIn, type Fault } from './server';

export const never = new AbortController().signal;

/** A moment at which all of these tests play. */
export const now = Date.UTC(2026, 10, 29, 12);

export const account = { user: 'reader', password: 'pä55 密' };

export interface OnFault {
  readonly dav: DavStandIn;
  readonly remote: WebdavRemote;
  /** The storage as the probe finds it. */
  readonly probed: () => Promise<ProbeReport>;
}

/** A storage of our own that has a file `h/x-0` and begins to have these faults. */
export async function onFaults(
  faults: readonly Fault[],
  world: Partial<RemoteWorld> = {},
  address?: string,
): Promise<OnFault> {
  const dav = await new DavStandIn().start();
  onTestFinished(() => dav.stop());
  dav.account = account;
  dav.now = () => now;
  const place = { address: address ?? dav.origin, folder: 'offprint', ...account };
  const remote = new WebdavRemote(place, { ...realWorld, now: () => now, ...world });
  if (!address) await remote.put('h/x-0', bytes('old'), never);
  dav.requests.length = 0;
  dav.faults = [...faults];
  return { dav, remote, probed: () => probe(remote, probeWorld(place.address), never) };
}

/** What a trial asks of the world; its bytes differ from all it gave before, and are the same in each run. */
export function probeWorld(address: string) {
  let given = 0;
  const random = (length: number): Bytes => {
    given += 1;
    return new Uint8Array(length).fill(given);
  };
  return { address, now: () => now, random };
}

/** What a request ended in: the kind of its error and how long to wait, or what it gave. */
export async function endOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return error.retryAfter === undefined ? error.kind : [error.kind, error.retryAfter];
  }
}

export function bytes(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes;
}

/** The names in a listing, in their order. */
export async function names(listing: Promise<readonly Listed[]>): Promise<string[]> {
  return (await listing).map(({ name }) => name).sort();
}
