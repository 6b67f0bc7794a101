import type { Outgoing, Own } from '../local';
import type { Listed } from '../remotes/remote';
import { vaultFileBytes, vaultFileName } from '../vault/vault-file';
import { isTelling, listedAs } from './heads';
import { ownStanding, type Parting, type Standing } from './own-files';
import { deviceOfHead, headFolder, headPath } from './paths';
import { withSmallerFiles } from './publish';
import type { Done, Outcome } from './report';
import { randomName, type Tools } from './tools';
import { upload, written } from './upload';

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
 * @param choices See `Choices` in sync/round/round.ts.
 */
export async function readied(
  tools: Tools,
  own: Own,
  { isAgain = false, isWhole = false }: { readonly isAgain?: boolean; readonly isWhole?: boolean },
): Promise<Ready | { readonly outcome: Outcome }> {
  const { local, remote, signal } = tools;
  const listed = await remote.list(headFolder, signal);
  const outbox = await local.outbox();
  const standing = await standingOf(tools, own, outbox, listed);
  const base = { listed, isWhole: false, needsHead: false, self: 'same' as const };
  if (standing.kind === 'otherVault' || (standing.kind === 'emptied' && !isAgain))
    return { outcome: { kind: standing.kind } };
  if (standing.kind === 'cloned')
    return { ...base, own: await reborn(tools, own, standing), self: 'reborn', needsHead: true };
  if (standing.kind === 'emptied') await writeVault(tools, own);
  const { notKept, refused } = await upload(tools, outbox);
  if (notKept !== undefined) return { outcome: { kind: 'notKept', path: notKept } };
  if (refused) return { ...base, own: await withSmallerFiles(tools, own, refused), isWhole: true };
  // A head that was written just now was listed before that: the next round looks whether it is there.
  const isAsLeft = standing.kind === 'same' && outbox.length === 0;
  const seen = isAsLeft ? asListed(own, listed) : {};
  const sent = { ...own, ...(outbox.length ? { sentAt: own.at } : {}), ...seen };
  if (outbox.length || sent.headListed !== own.headListed) await local.keepOwn(sent);
  const isLost = standing.kind === 'older' || standing.kind === 'emptied';
  const isDue = isWhole || own.isWholeDue === true || own.sealedWith !== own.file.active;
  if (!isLost && !isDue)
    return { ...base, own: sent, needsHead: standing.kind === 'damaged' || own.count === 0 };
  const whole = { ...sent, sealedWith: own.file.active };
  return { ...base, own: whole, isWhole: true, self: isLost ? 'published again' : 'same' };
}

/** How the heads are listed: what was just written is looked at again the next time. */
function asListed(own: Own, listed: readonly Listed[]): Pick<Own, 'headListed'> {
  const heads = headsIn(listed, own);
  return heads === undefined ? {} : { headListed: heads };
}

async function standingOf(
  tools: Tools,
  own: Own,
  outbox: readonly Outgoing[],
  listed: readonly Listed[],
): Promise<Standing> {
  // Nobody writes under the name of a device that has written nothing, but a copy of it.
  if (own.count === 0)
    return headsOf(listed, own).length
      ? { kind: 'cloned', since: 0, isForked: false }
      : { kind: 'same' };
  const isWriting =
    outbox.length > 0 ||
    own.unpublished.length > 0 ||
    own.sealedWith !== own.file.active ||
    (await tools.local.dirty(1)).length > 0;
  if (!isWriting && isListedAsLeft(own, listed)) return { kind: 'same' };
  const head = headPath(own.device, own.count);
  return ownStanding(
    tools,
    own,
    outbox.some(({ path }) => path === head),
  );
}

function isListedAsLeft(own: Own, listed: readonly Listed[]): boolean {
  const heads = headsIn(listed, own);
  return heads !== undefined && heads === own.headListed;
}

/** Both heads as they are listed; `undefined` where a listing does not tell whether a file has changed. */
function headsIn(listed: readonly Listed[], own: Own): string | undefined {
  const heads = headsOf(listed, own);
  if (!heads.length || !heads.every(isTelling)) return undefined;
  return heads
    .map((entry) => `${entry.name} ${listedAs(entry)}`)
    .sort()
    .join('\n');
}

function headsOf(listed: readonly Listed[], { device }: Own): readonly Listed[] {
  return listed.filter(({ name }) => deviceOfHead(name) === device);
}

/** A copy of a profile begins anew, under names of its own. */
export async function reborn(tools: Tools, own: Own, { since, isForked }: Parting): Promise<Own> {
  const { file, keys, name, device } = own;
  const fresh = newDevice(tools, { file, keys, name });
  const forked = isForked ? { ...own.forked, [device]: since } : {};
  const told: Own = { ...fresh, forked, isRestating: true };
  await tools.local.restart(told, since);
  return told;
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
    ...{ count: 0, nonce: '', at: 0, sentAt: 0, seq: 0, trail: [], forked: {} },
    ...{ segments: [], segmentBytes: 0, packs: [], loose: [], unpublished: [] },
    ...{ trash: [], missing: [] },
  };
}

/** Writes the vault's file where this device is the one that makes it, or makes it again. */
export async function writeVault(
  tools: Pick<Tools, 'remote' | 'signal' | 'wait'>,
  own: Own,
): Promise<void> {
  const path = vaultFileName(own.file, own.device);
  await written(tools, { path, bytes: vaultFileBytes(own.file) });
}
