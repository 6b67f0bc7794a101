import type { Own } from '../local';
import { VaultError } from '../vault/errors';
import { open } from '../vault/files';
import { readVaultFile, vaultFileNames } from '../vault/vault-file';
import { type Head, readHead } from './head';
import { headPath } from './paths';
import type { Tools } from './tools';

/**
 * How this device's own heads stand in the storage: as it left them; damaged, by a write that was cut off; older than
 * it left them, or gone, with the vault still there; written by another profile that takes itself for this device; in a
 * storage that is empty, or another one.
 */
export type Standing =
  | { readonly kind: 'same' | 'damaged' | 'older' | 'emptied' | 'otherVault' }
  | ({ readonly kind: 'cloned' } & Parting);

/** How another profile came to write under this one's name. */
export interface Parting {
  /** When the two were last the same, in ms. */
  readonly since: number;
  /** Whether both may have written something that the other one does not have. */
  readonly isForked: boolean;
}

/**
 * Looks at this device's own heads: before it writes, and where a listing gives reason.
 * @param isPending Whether the head that counts is still in the outbox.
 */
export async function ownStanding(tools: Tools, own: Own, isPending: boolean): Promise<Standing> {
  const [current, other] = [
    await ownHead(tools, own, own.count),
    await ownHead(tools, own, own.count + 1),
  ];
  const heads = [current, other].filter((head) => typeof head === 'object');
  const another = heads.find((head) => isAnothers(head, own));
  if (another) return { kind: 'cloned', ...partingOf(another, own) };
  if (heads.some(({ count }) => count === own.count)) return { kind: 'same' };
  if (isPending && (own.count === 1 || heads.some(({ count }) => count === own.count - 1)))
    return { kind: 'same' };
  if (current === 'damaged') return { kind: 'damaged' };
  return { kind: heads.length ? 'older' : await vaultStanding(tools, own) };
}

function partingOf({ trail }: Head, own: Own): Parting {
  const theirs = new Set(trail.map(({ nonce }) => nonce));
  const common = own.trail.findLast(({ nonce }) => theirs.has(nonce));
  return { since: common?.at ?? 0, isForked: common?.nonce !== own.nonce };
}

function isAnothers({ count, nonce }: Head, own: Own): boolean {
  return count > own.count || (count === own.count && nonce !== own.nonce);
}

async function ownHead(
  { remote, signal }: Tools,
  own: Own,
  count: number,
): Promise<Head | 'damaged' | undefined> {
  const path = headPath(own.device, count);
  const file = await remote.get(path, signal);
  if (!file) return undefined;
  try {
    return readHead(await open(own, path, file));
  } catch (error) {
    if (error instanceof VaultError && error.kind === 'unknownKey') throw error;
    return 'damaged';
  }
}

async function vaultStanding(
  { remote, signal }: Tools,
  own: Own,
): Promise<'older' | 'otherVault' | 'emptied'> {
  const names = (await remote.list('', signal)).map(({ name }) => name);
  const vaults = vaultFileNames(names);
  const found: string[] = [];
  for (const name of vaults) {
    const file = await remote.get(name, signal);
    found.push(...(file ? vaultIn(file) : []));
  }
  if (found.includes(own.file.vault)) return 'older';
  return found.length ? 'otherVault' : 'emptied';
}

function vaultIn(file: Uint8Array): readonly string[] {
  try {
    return [readVaultFile(file).vault];
  } catch {
    return [];
  }
}
