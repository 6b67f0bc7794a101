import type { Own, Peer } from '../local';
import type { Listed } from '../remotes/remote';
import { VaultError } from '../vault/errors';
import { open } from '../vault/files';
import { type Head, readHead } from './head';
import { deviceOfHead, headFolder } from './paths';
import type { Tools } from './tools';

/** Another device with what its newest head says, where that was read. */
export interface Told {
  readonly peer: Peer;
  readonly head?: Head;
  /** Whether none of its heads opens: cut off, or of another vault in the same folder. */
  readonly isUnreadable: boolean;
  /** Whether its heads are older than what it has said before. */
  readonly isRolledBack: boolean;
}

/** After how many readings of a head that is listed alike it is not read again: a listing may lag behind, or a tag. */
const enoughReads = 2;

/**
 * Reads what the other devices say. A head that cannot be read is as if it were not there: each device has two.
 * @throws VaultError `unknownKey` where one is sealed with a key that is not here.
 */
export async function readHeads(
  tools: Tools,
  own: Own,
  peers: readonly Peer[],
  listed: readonly Listed[],
): Promise<readonly Told[]> {
  const byDevice = new Map<string, Listed[]>();
  for (const entry of listed) {
    const device = deviceOfHead(entry.name);
    if (device && device !== own.device && !entry.isFolder)
      byDevice.set(device, [...(byDevice.get(device) ?? []), entry]);
  }
  const told: Told[] = [];
  for (const [device, entries] of byDevice) {
    const peer = peers.find((one) => one.device === device) ?? newPeer(device);
    told.push(await readPeer(tools, own, peer, entries));
  }
  return told;
}

async function readPeer(
  tools: Tools,
  own: Own,
  peer: Peer,
  entries: readonly Listed[],
): Promise<Told> {
  const due = entries.filter((entry) => isDue(entry, peer));
  const read = await Promise.all(due.map((entry) => readOne(tools, own, entry)));
  const newest = read
    .map((one) => one?.head)
    .filter((head) => head?.device === peer.device)
    .reduce((one, other) => (other && other.count > (one?.count ?? -1) ? other : one), undefined);
  const heads = { ...peer.heads };
  for (const [at, entry] of due.entries()) {
    // What is listed and not there yet is asked for again.
    if (!read[at]) continue;
    const [listed, before] = [listedAs(entry), heads[entry.name]];
    const reads = before?.listed === listed ? before.reads + 1 : 1;
    heads[entry.name] = { listed, reads };
  }
  const isAllRead = due.length === entries.length;
  const isUnreadable = isAllRead && read.every((one) => one && !one.head);
  if (!newest || newest.count < peer.count)
    return {
      peer: { ...peer, heads: isUnreadable ? {} : heads },
      isRolledBack: isAllRead && newest !== undefined,
      isUnreadable,
    };
  const { name, at, count } = newest;
  const heardAt = count > peer.count ? tools.now() : peer.heardAt;
  return {
    peer: { ...peer, name, at, count, heardAt, heads },
    head: newest,
    isRolledBack: false,
    isUnreadable,
  };
}

function isDue(entry: Listed, { heads }: Peer): boolean {
  const known = heads[entry.name];
  return !isTelling(entry) || known?.listed !== listedAs(entry) || known.reads < enoughReads;
}

/** Tells whether a listing shows that a file has changed. */
export function isTelling({ tag, changedAt }: Listed): boolean {
  return tag !== undefined || changedAt !== undefined;
}

/** A file as its folder lists it, as one text. */
export function listedAs({ tag, size, changedAt }: Listed): string {
  return [tag, size, changedAt].map((told) => told ?? '').join(' ');
}

/** A head that is there, if it opens; `undefined` where it is not there. */
async function readOne(
  { remote, signal }: Tools,
  own: Own,
  { name }: Listed,
): Promise<{ readonly head?: Head } | undefined> {
  const path = `${headFolder}/${name}`;
  const file = await remote.get(path, signal);
  if (!file) return undefined;
  try {
    return { head: readHead(await open(own, path, file)) };
  } catch (error) {
    if (error instanceof VaultError && error.kind === 'unknownKey') throw error;
    return {};
  }
}

function newPeer(device: string): Peer {
  const none = { count: 0, at: 0, heardAt: 0, merged: 0 };
  return { device, name: '', ...none, packs: [], heads: {} };
}
