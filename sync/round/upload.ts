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
 * @returns The file that the storage does not keep, if there is one.
 */
export async function upload(
  tools: Tools,
  outbox: readonly Outgoing[],
): Promise<{ readonly notKept?: string }> {
  for (const file of outbox) {
    const isHead = file.path.startsWith(`${headFolder}/`);
    if (!(await writeOne(tools, file, isHead))) return { notKept: file.path };
    await tools.local.sent(file.path);
  }
  return {};
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
