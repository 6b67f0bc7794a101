import type { Outgoing, Own } from '../local';
import type { Listed } from '../remotes/remote';
import { vaultFileBytes, vaultFileName } from '../vault/vault-file';
import { ownStanding, type Standing } from './own-files';
import { deviceOfHead, headFolder, headPath } from './paths';
import { anew } from './publish';
import type { Done, Outcome } from './report';
import { randomName, type Tools } from './tools';
import { upload } from './upload';

/** A device that can begin: all that waited from before is written. */
export interface Ready {
  readonly own: Own;
  /** What the folder of heads lists. */
  readonly listed: readonly Listed[];
  /** Whether all it has is to be written anew; or at least a head. */
  readonly isWhole: boolean;
  readonly needsHead: boolean;
  readonly self: Done['self'];
}

/**
 * Finds out how this device stands in the storage, and writes what was sealed in a round that was cut off.
 * @param isAgain Whether the reader wants this device's list published again in a storage that is empty.
 */
export async function readied(
  tools: Tools,
  own: Own,
  isAgain: boolean,
): Promise<Ready | { readonly outcome: Outcome }> {
  const { local, remote, signal } = tools;
  const listed = await remote.list(headFolder, signal);
  const outbox = await local.outbox();
  const standing = await standingOf(tools, own, outbox, listed);
  const base = { listed, isWhole: false, needsHead: false, self: 'same' as const };
  if (standing === 'otherVault' || (standing === 'emptied' && !isAgain))
    return { outcome: { kind: standing } };
  if (standing === 'cloned')
    return { ...base, own: await reborn(tools, own), self: 'reborn', needsHead: true };
  if (standing === 'emptied') await writeVault(tools, own);
  const { notKept } = await upload(tools, outbox);
  if (notKept !== undefined) return { outcome: { kind: 'notKept', path: notKept } };
  const sent = outbox.length ? { ...own, sentAt: own.at } : own;
  if (outbox.length) await local.keepOwn(sent);
  const isLost = standing === 'older' || standing === 'emptied';
  if (!isLost && own.sealedWith === own.file.active)
    return { ...base, own: sent, needsHead: standing === 'damaged' || own.count === 0 };
  const whole = { ...(await anew(tools, sent)), sealedWith: own.file.active };
  return { ...base, own: whole, isWhole: true, self: isLost ? 'published again' : 'same' };
}

async function standingOf(
  tools: Tools,
  own: Own,
  outbox: readonly Outgoing[],
  listed: readonly Listed[],
): Promise<Standing> {
  const isWriting =
    outbox.length > 0 ||
    own.unpublished.length > 0 ||
    own.sealedWith !== own.file.active ||
    (await tools.local.dirty(1)).length > 0;
  if (!isWriting && isListedAsLeft(own, listed)) return 'same';
  const head = headPath(own.device, own.count);
  return ownStanding(
    tools,
    own,
    outbox.some(({ path }) => path === head),
  );
}

function isListedAsLeft(own: Own, listed: readonly Listed[]): boolean {
  const head = headPath(own.device, own.count);
  const entry = listed.find(({ name }) => `${headFolder}/${name}` === head);
  const heads = listed.filter(({ name }) => deviceOfHead(name) === own.device);
  if (own.count === 0) return heads.length === 0;
  return entry !== undefined && (entry.size ?? own.headSize) === own.headSize;
}

/** A copy of a profile begins anew, under names of its own. */
async function reborn(tools: Tools, own: Own): Promise<Own> {
  const { file, keys, name } = own;
  const fresh = newDevice(tools, { file, keys, name });
  await tools.local.restart(fresh, own.sentAt);
  return fresh;
}

/** A device that has written nothing yet. */
export function newDevice(
  tools: Pick<Tools, 'random'>,
  { file, keys, name }: Pick<Own, 'file' | 'keys' | 'name'>,
): Own {
  const [one = 0, two = 0, three = 0, four = 0] = tools.random(4);
  return {
    device: randomName(tools, 4),
    clientId: ((one << 24) | (two << 16) | (three << 8) | four) >>> 0,
    ...{ name, file, keys, sealedWith: file.active },
    ...{ count: 0, nonce: '', at: 0, sentAt: 0, headSize: 0, seq: 0 },
    ...{ segments: [], segmentBytes: 0, packs: [], loose: [], unpublished: [] },
    ...{ trash: [], missing: [] },
  };
}

/** Writes the vault's file where this device is the one that makes it, or makes it again. */
export async function writeVault(
  { remote, signal }: Pick<Tools, 'remote' | 'signal'>,
  own: Own,
): Promise<void> {
  const path = vaultFileName(own.file, own.device);
  await remote.put(path, vaultFileBytes(own.file), signal);
}
