import { areSame } from '../bytes';
import type { Outgoing } from '../local';
import { RemoteError } from '../remotes/remote';
import { headFolder } from './paths';
import type { Tools } from './tools';

type Writing = Pick<Tools, 'remote' | 'signal' | 'wait'>;

/** How often a file is written, and read after each writing, and how long to wait before it is read again, in ms. */
const tries = { write: 2, read: 3, wait: 1_000 };

/**
 * Writes what waits, in order: each file is read back before the next, for many storages keep what was cut off, and
 * some have a file only a while after they said so. The head is last, and names only what was read back.
 * @returns The file that the storage does not keep, or what is left from one on that is too large for it.
 */
export async function upload(tools: Tools, outbox: readonly Outgoing[]): Promise<Uploaded> {
  for (const [at, file] of outbox.entries()) {
    const isHead = file.path.startsWith(`${headFolder}/`);
    try {
      if (!(await writeOne(tools, file, isHead))) return { notKept: file.path };
    } catch (error) {
      if (isHead || !(error instanceof RemoteError) || error.kind !== 'tooLarge') throw error;
      return { refused: { left: outbox.slice(at), refusal: error } };
    }
    await tools.local.sent(file.path);
  }
  return {};
}

/** What became of the outbox: nothing where all of it was written. */
export interface Uploaded {
  readonly notKept?: string;
  /** See `withSmallerFiles`. */
  readonly refused?: { readonly left: readonly Outgoing[]; readonly refusal: RemoteError };
}

async function writeOne(tools: Writing, file: Outgoing, isHead: boolean): Promise<boolean> {
  const { remote, signal } = tools;
  for (let count = 0; count < tries.write; count += 1) {
    await remote.put(file.path, file.bytes, signal);
    if (isHead || (await isThere(tools, file))) return true;
  }
  return false;
}

/**
 * Writes a file that is no part of the outbox, and reads it back.
 * @throws RemoteError `badAnswer` where the storage does not keep it
 */
export async function written(tools: Writing, file: Outgoing): Promise<void> {
  if (!(await writeOne(tools, file, false)))
    throw new RemoteError('badAnswer', `${file.path} is not there, or cut off`);
}

async function isThere(tools: Writing, { path, bytes }: Outgoing): Promise<boolean> {
  for (let count = 0; count < tries.read; count += 1) {
    if (count > 0) await tools.wait(tries.wait * 2 ** (count - 1));
    const kept = await tools.remote.get(path, tools.signal);
    if (kept && areSame(kept, bytes)) return true;
  }
  return false;
}
