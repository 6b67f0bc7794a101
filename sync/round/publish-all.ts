import { canonical } from '../../papers/words/stamp';
import type { Dirty, Own, Peer } from '../local';
import type { Told } from './heads';
import { filePath } from './paths';
import { anew, draftOf, withSmallerFiles } from './publish';
import type { Ready } from './ready';
import type { Outcome } from './report';
import type { Tools } from './tools';
import { upload } from './upload';
import type { Workspace } from './workspace';
import { writeDirty } from './write-dirty';

/** How much that is marked goes into one segment or snapshot. */
const dirtyAtOnce = 25_000;

/** After how long a device that only reads says that it has read, in ms. */
const silence = 86_400_000;

/** What publishing needs to know of the round so far. */
export interface Known {
  readonly ready: Ready;
  readonly peers: readonly Peer[];
  readonly heads: readonly Told[];
  /** Files of others that could not be read. */
  readonly missing: readonly string[];
  readonly hasNews: boolean;
}

/**
 * Publishes what was said here, until nothing is left: words first, then cards, a few packs at a time, each with a head
 * of their own.
 */
export async function publishAll(
  tools: Tools,
  workspace: Workspace,
  { ready, peers, heads, missing, hasNews }: Known,
): Promise<{ readonly files: number; readonly bytes: number } | { readonly outcome: Outcome }> {
  const { local } = tools;
  const complained = complaints(ready.own, heads);
  const isAnew = ready.isWhole || complained === 'cards';
  let own = isAnew ? await anew(tools, ready.own) : ready.own;
  let isWhole = ready.isWhole || complained !== undefined;
  const isSilent = hasNews && tools.now() - own.at > silence;
  let needsHead = ready.needsHead || isSilent || isOtherMissing(own, missing);
  own = { ...own, missing };
  let [files, bytes] = [0, 0];
  for (;;) {
    const dirty = await local.dirty(dirtyAtOnce);
    const { documents, updates } = await writeDirty(workspace, own, dirty);
    const newIds = dirty.flatMap((one) => (one.kind === 'paper' && one.isNew ? [one.id] : []));
    const isMore = updates.length + newIds.length + own.unpublished.length > 0;
    if (!isMore && !isWhole && !needsHead) {
      if (dirty.length) await local.commit({ own, documents, outbox: [], written: marks(dirty) });
      return { files, bytes };
    }
    if (dirty.length < dirtyAtOnce) own = restated(own);
    const draft = await draftOf(tools, workspace, own, { updates, newIds, isWhole, peers });
    await local.commit({ own: draft.own, documents, outbox: draft.files, written: marks(dirty) });
    const { notKept, refused } = await upload(tools, draft.files);
    if (notKept !== undefined) return { outcome: { kind: 'notKept', path: notKept } };
    if (refused) {
      own = await anew(tools, await withSmallerFiles(tools, draft.own, refused));
      isWhole = true;
      continue;
    }
    own = await tidied(tools, { ...draft.own, sentAt: draft.own.at });
    tools.progress?.(own.unpublished.length);
    files += draft.files.length;
    bytes += draft.files.reduce((sum, file) => sum + file.bytes.length, 0);
    [isWhole, needsHead] = [false, false];
  }
}

/** All that was marked is being written now. */
function restated({ isRestating: _all, ...own }: Own): Own {
  return own;
}

function marks(dirty: readonly Dirty[]) {
  return dirty.map(({ kind, id, mark }) => ({ kind, id, mark }));
}

/** Whether others cannot read what this device's head names, and what it is that they cannot. */
function complaints(own: Own, heads: readonly Told[]): 'words' | 'cards' | undefined {
  const told = new Set(heads.flatMap(({ head }) => head?.missing ?? []));
  const isMissing = (name: string) => told.has(filePath(own.device, name));
  if (own.packs.some(isMissing)) return 'cards';
  return [...own.segments, ...(own.snapshot?.files ?? [])].some(isMissing) ? 'words' : undefined;
}

function isOtherMissing(own: Own, missing: readonly string[]): boolean {
  return canonical([...own.missing].sort()) !== canonical([...missing].sort());
}

/** How many files that were joined to others are taken away at once: a request each. */
const joinedAtOnce = 16;

/** Takes away what no head has named for two heads: who has read an older one may still be reading. */
async function tidied({ local, remote, signal }: Tools, own: Own): Promise<Own> {
  const isOld = ({ count }: Own['trash'][number]) => count <= own.count - 2;
  const old = own.trash.filter(isOld);
  const isHurried = old.some(({ isJoined }) => !isJoined) || old.length >= joinedAtOnce;
  for (const { path } of isHurried ? old : []) await remote.remove(path, signal);
  const tidy = isHurried ? { ...own, trash: own.trash.filter((file) => !isOld(file)) } : own;
  await local.keepOwn(tidy);
  return tidy;
}
