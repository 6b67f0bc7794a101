import type { PaperId } from '../../papers/paper';
import { type Bytes, bytesOf } from '../bytes';
import { allDocuments } from '../documents/names';
import type { Card, Outgoing, Own, Peer } from '../local';
import { seal } from '../vault/files';
import { type Bundle, bundleBytes } from './bundle';
import { headBytes, headOf } from './head';
import { filePath, headPath, packName, segmentName, snapshotName } from './paths';
import { randomName, type Tools } from './tools';
import type { Workspace } from './workspace';

/** When own segments are replaced by a snapshot. */
const segmentLimits = { count: 100, bytes: 1_000_000 };

/** How much goes into one file before it is sealed: enough below 512 kB after it. */
const fileContent = 1_000_000;

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
  const isInline = publish.newIds.length <= cardsInSegment;
  let next: Own = isInline
    ? { ...own, loose: [...own.loose, ...publish.newIds] }
    : { ...own, unpublished: [...own.unpublished, ...publish.newIds] };
  const cards = isInline && publish.newIds.length ? await tools.local.cards(publish.newIds) : [];
  const raw = publish.updates.reduce((sum, { update }) => sum + update.length, 0);
  const hasWords = publish.updates.length + cards.length > 0;
  if (publish.isWhole || isFull(own) || raw > fileContent)
    next = await withSnapshot(tools, workspace, next, sealed);
  else if (hasWords) {
    const name = segmentName(own.seq + 1, randomName(tools, 4));
    const size = await sealed(name, bundleBytes({ updates: publish.updates, cards }));
    const segmentBytes = own.segmentBytes + size;
    next = { ...next, seq: own.seq + 1, segments: [...own.segments, name], segmentBytes };
  }
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

function isFull({ segments, segmentBytes }: Own): boolean {
  return segments.length >= segmentLimits.count || segmentBytes > segmentLimits.bytes;
}

type Sealed = (name: string, content: Bytes) => Promise<number>;

/** All documents as they stand, in place of the segments; the cards that lay in these go into packs. */
async function withSnapshot(
  tools: Tools,
  workspace: Workspace,
  own: Own,
  sealed: Sealed,
): Promise<Own> {
  const seq = own.seq + 1;
  const files: string[] = [];
  for (const updates of groupedBySize(await states(workspace), ({ update }) => update.length)) {
    const name = snapshotName(seq, files.length, randomName(tools, 4));
    await sealed(name, bundleBytes({ updates, cards: [] }));
    files.push(name);
  }
  const old = [...(own.snapshot?.files ?? []), ...own.segments];
  const trash = old.map((name) => ({ path: filePath(own.device, name), count: own.count + 1 }));
  return {
    ...own,
    ...{ seq, segments: [], segmentBytes: 0, snapshot: { seq, files } },
    ...{ loose: [], unpublished: [...own.loose, ...own.unpublished] },
    trash: [...own.trash, ...trash],
  };
}

async function states(workspace: Workspace): Promise<Bundle['updates']> {
  const all: Bundle['updates'][number][] = [];
  for (const at of allDocuments) {
    const document = await workspace.document(at);
    if (document.ids().length) all.push({ document: at, update: document.state() });
  }
  return all;
}

async function withPacks(tools: Tools, own: Own, sealed: Sealed): Promise<Own> {
  const ids = own.unpublished.slice(0, cardsAtOnce);
  if (!ids.length) return own;
  const cards: readonly Card[] = await tools.local.cards(ids);
  const packs = [...own.packs];
  for (const some of groupedBySize(cards, (card) => bytesOf(JSON.stringify(card)).length)) {
    const name = packName(randomName(tools, 4));
    await sealed(name, bundleBytes({ updates: [], cards: some }));
    packs.push(name);
  }
  return { ...own, packs, unpublished: own.unpublished.slice(ids.length) };
}

/** Items together up to what one file takes, in their order; a larger one by itself. */
function groupedBySize<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item[][] {
  const groups: Item[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    size += sizeOf(item);
    if (size > fileContent) {
      groups.push([]);
      size = sizeOf(item);
    }
    groups.at(-1)?.push(item);
  }
  return groups;
}
