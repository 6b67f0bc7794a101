import type { Bytes } from '../bytes';
import { isUpdate } from '../documents/document';
import type { Card, Own, Peer } from '../local';
import { VaultError } from '../vault/errors';
import { open } from '../vault/files';
import { type Bundle, joinedPieces, readBundle } from './bundle';
import type { Told } from './heads';
import { filePath, rangeOf } from './paths';
import type { Tools } from './tools';

/** What came from others in one round. */
export interface Pulled {
  /** By document, in the order in which they are to be applied. */
  readonly updates: ReadonlyMap<number, readonly Bytes[]>;
  readonly cards: readonly Card[];
  /** The devices as they are known once all this is applied. */
  readonly peers: readonly Peer[];
  /** Files that a head names and that are not there, or do not open. */
  readonly missing: readonly string[];
}

/**
 * Gets what others have written since they were read last: a snapshot where this device is new or far behind, then the
 * segments in their order, up to the first that cannot be read. Packs of cards come a few at a time, the newest first.
 * @param packLimit How many packs at most.
 */
export async function pull(
  tools: Tools,
  own: Own,
  told: readonly Told[],
  packLimit: number,
): Promise<Pulled> {
  const updates = new Map<number, Bytes[]>();
  const cards: Card[] = [];
  const missing: string[] = [];
  const peers: Peer[] = [];
  let packs = packLimit;
  const take = (bundle: Bundle) => {
    for (const { document, update } of bundle.updates)
      updates.set(document, [...(updates.get(document) ?? []), update]);
    cards.push(...bundle.cards);
  };
  for (const one of told) {
    const words = await pullWords(tools, own, one, take);
    // Cards of papers whose words did not come would be read now, and missing then.
    const facts = words.missing.length
      ? { packs: one.peer.packs, missing: [], read: 0, isMore: true }
      : await pullPacks(tools, own, one, packs, take);
    packs -= facts.read;
    missing.push(...words.missing, ...facts.missing);
    const isWhole = words.missing.length + facts.missing.length === 0 && !facts.isMore;
    const { heads } = one.peer;
    // What could not be read is asked for again, so its head must be, too.
    peers.push({
      ...one.peer,
      merged: words.merged,
      packs: facts.packs,
      heads: isWhole ? heads : {},
    });
  }
  return { updates, cards, peers, missing };
}

interface WordsRead {
  readonly merged: number;
  readonly missing: readonly string[];
}

async function pullWords(
  tools: Tools,
  own: Own,
  { peer, head }: Told,
  take: (bundle: Bundle) => void,
): Promise<WordsRead> {
  let { merged } = peer;
  if (!head) return { merged, missing: [] };
  const { snapshot, device } = head;
  if (snapshot && merged < snapshot.seq) {
    const parts: Bundle[] = [];
    for (const name of snapshot.files) {
      const part = await bundleAt(tools, own, filePath(device, name));
      if (!part) return { merged, missing: [filePath(device, name)] };
      parts.push(part);
    }
    const large = joinedPieces(parts.flatMap(({ pieces = [] }) => pieces));
    if (!large?.every(({ update }) => isUpdate(update)))
      return { merged, missing: snapshot.files.map((name) => filePath(device, name)) };
    for (const part of [...parts, { updates: large, cards: [] }]) take(part);
    merged = snapshot.seq;
  }
  for (const name of head.segments) {
    const range = rangeOf(name);
    if (range && range.last <= merged) continue;
    const path = filePath(device, name);
    // What was read of it already does no harm a second time.
    const isNext = range !== undefined && range.first <= merged + 1;
    const segment = isNext ? await bundleAt(tools, own, path) : undefined;
    if (!segment) return { merged, missing: [path] };
    take(segment);
    merged = range?.last ?? merged;
  }
  return { merged, missing: [] };
}

async function pullPacks(
  tools: Tools,
  own: Own,
  { peer, head }: Told,
  limit: number,
  take: (bundle: Bundle) => void,
) {
  if (!head) return { packs: peer.packs, missing: [], read: 0, isMore: false };
  const wanted = head.packs.toReversed().filter((name) => !peer.packs.includes(name));
  const known = peer.packs.filter((name) => head.packs.includes(name));
  const missing: string[] = [];
  for (const name of wanted.slice(0, Math.max(0, limit))) {
    const path = filePath(head.device, name);
    const pack = await bundleAt(tools, own, path);
    if (!pack) missing.push(path);
    else {
      take(pack);
      known.push(name);
    }
  }
  const read = Math.min(wanted.length, limit);
  return { packs: known, missing, read, isMore: wanted.length > limit };
}

async function bundleAt(
  { remote, signal }: Tools,
  own: Own,
  path: string,
): Promise<Bundle | undefined> {
  const file = await remote.get(path, signal);
  if (!file) return undefined;
  try {
    const bundle = readBundle(await open(own, path, file));
    return bundle.updates.every(({ update }) => isUpdate(update)) ? bundle : undefined;
  } catch (error) {
    if (error instanceof VaultError && error.kind === 'unknownKey') throw error;
    return undefined;
  }
}
