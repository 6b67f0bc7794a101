import type { PaperId } from '../../papers/paper';
import { type Bytes, bytesOf } from '../bytes';
import type { Card, Outgoing, Own, Peer } from '../local';
import type { RemoteError } from '../remotes/remote';
import { seal } from '../vault/files';
import { type Bundle, bundleBytes } from './bundle';
import { groupedBySize } from './grouped';
import { headBytes, headOf } from './head';
import { filePath, headPath, packName } from './paths';
import { type Sealed, withSegment } from './segments';
import { withSnapshot } from './snapshot';
import { randomName, type Tools } from './tools';
import type { Workspace } from './workspace';

/** When own segments are replaced by a snapshot. */
const segmentLimits = { count: 100, bytes: 250_000 };

/** How much goes into a file of segments: below 512 kB even if it does not become smaller. */
const segmentContent = 460_000;

/** How much goes into a pack, which becomes much smaller. */
const packContent = 1_000_000;

/** The least that a storage has to take. */
const leastContent = 2_000;

/** How many cards go with a segment; more of them go in packs. */
const cardsInSegment = 100;

/** How many cards go into packs before the head says so. */
const cardsAtOnce = 2_000;

/** How many of its heads a device remembers. */
const trailLength = 12;

/** What a device is about to write: itself after it, and the files, the head last. */
export interface Draft {
  readonly own: Own;
  readonly files: readonly Outgoing[];
}

/** What is to be published, beside cards that wait. */
export interface ToPublish {
  readonly updates: Bundle['updates'];
  /** Papers whose cards the others cannot have. */
  readonly newIds: readonly PaperId[];
  /** Whether the whole state is to be written anew, whatever there is. */
  readonly isWhole: boolean;
  readonly peers: readonly Peer[];
}

/** Seals what a device writes next. Nothing is written or kept yet. */
export async function draftOf(
  tools: Tools,
  workspace: Workspace,
  own: Own,
  publish: ToPublish,
): Promise<Draft> {
  const files: Outgoing[] = [];
  const sealed = async (name: string, content: Bytes) => {
    const path = filePath(own.device, name);
    const bytes = await seal(own, path, content, tools.random);
    files.push({ path, bytes });
    return bytes.length;
  };
  const most = own.fileContent ?? segmentContent;
  const raw = sum(publish.updates.map(({ update }) => update.length));
  const isFew = publish.newIds.length <= cardsInSegment;
  const few = isFew && publish.newIds.length ? await tools.local.cards(publish.newIds) : [];
  const isInline = isFew && raw + sum(few.map(sizeOfCard)) <= most;
  const cards = isInline ? few : [];
  let next: Own = isInline
    ? { ...own, loose: [...own.loose, ...publish.newIds] }
    : { ...own, unpublished: [...own.unpublished, ...publish.newIds] };
  const hasWords = publish.updates.length + cards.length > 0;
  if (publish.isWhole || isFull(own) || raw > most)
    next = await withSnapshot(tools, workspace, next, sealed);
  else if (hasWords)
    next = await withSegment(tools, next, bundleBytes({ updates: publish.updates, cards }), {
      ...{ most, sealed },
    });
  // Words go before a long list's cards, so that a device that joins has them soon.
  if (!hasWords || next.unpublished.length <= cardsAtOnce)
    next = await withPacks(tools, next, sealed);
  const named = await withHead(tools, next, publish.peers);
  return { own: named.own, files: [...files, named.head] };
}

/** A device with its next head, which names what it has by then. */
async function withHead(
  tools: Tools,
  own: Own,
  peers: readonly Peer[],
): Promise<{ readonly own: Own; readonly head: Outgoing }> {
  const count = own.count + 1;
  const step = { nonce: randomName(tools, 8), at: tools.now() };
  const { headListed: _listed, ...rest } = own;
  const trail = [...own.trail.slice(1 - trailLength), step];
  const named: Own = { ...rest, ...step, count, trail };
  const path = headPath(own.device, count);
  const content = headBytes(headOf(named, peers, tools.app));
  return { own: named, head: { path, bytes: await seal(own, path, content, tools.random) } };
}

/** A device that writes all that it has anew, under names of their own. */
export async function anew({ local }: Tools, own: Own): Promise<Own> {
  const { device, trash, count, packs } = own;
  const old = packs.map((name) => ({ path: filePath(device, name), count: count + 1 }));
  const unpublished = await local.saidIds();
  return { ...own, packs: [], loose: [], unpublished, trash: [...trash, ...old] };
}

/**
 * A device after its storage refused a file: what was sealed is dropped, its head first, and all of it is to be written
 * anew in smaller ones. The documents have what was said.
 * @param left What of the outbox was not written, the refused file first.
 * @throws The refusal, where files cannot become smaller.
 */
export async function withSmallerFiles(
  { local }: Tools,
  own: Own,
  { left, refusal }: { readonly left: readonly Outgoing[]; readonly refusal: RemoteError },
): Promise<Own> {
  const known = own.fileContent ?? packContent;
  const size = left[0]?.bytes.length ?? 0;
  const content = Math.floor(Math.min(known / 2, 2 * size));
  if (content < leastContent) throw refusal;
  const head = headPath(own.device, own.count);
  const isHeadLeft = left.some(({ path }) => path === head);
  for (const { path } of left.toReversed()) await local.sent(path);
  const before = own.trail.at(-2) ?? { nonce: '', at: 0 };
  const headless = { ...before, count: own.count - 1, trail: own.trail.slice(0, -1) };
  const smaller: Own = { ...own, ...(isHeadLeft ? headless : {}) };
  const due: Own = { ...smaller, fileContent: content, isWholeDue: true };
  await local.keepOwn(due);
  return due;
}

function isFull({ seq, snapshot, segmentBytes }: Own): boolean {
  const { count, bytes } = segmentLimits;
  return seq - (snapshot?.seq ?? 0) >= count || segmentBytes > bytes;
}

async function withPacks(tools: Tools, own: Own, sealed: Sealed): Promise<Own> {
  const ids = own.unpublished.slice(0, cardsAtOnce);
  if (!ids.length) return own;
  const cards: readonly Card[] = await tools.local.cards(ids);
  const packs = [...own.packs];
  for (const some of groupedBySize(cards, sizeOfCard, own.fileContent ?? packContent)) {
    const name = packName(randomName(tools, 4));
    await sealed(name, bundleBytes({ updates: [], cards: some }));
    packs.push(name);
  }
  return { ...own, packs, unpublished: own.unpublished.slice(ids.length) };
}

function sizeOfCard(card: Card): number {
  return bytesOf(JSON.stringify(card)).length;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((all, size) => all + size, 0);
}
