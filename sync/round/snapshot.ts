import { joined } from '../bytes';
import { allDocuments } from '../documents/names';
import type { Own } from '../local';
import { zipped } from '../vault/gzip';
import { type Bundle, bundleBytes, type Piece, piecesOf } from './bundle';
import { groupedBySize } from './grouped';
import { filePath, snapshotName } from './paths';
import type { Sealed } from './segments';
import { randomName, type Tools } from './tools';
import type { Workspace } from './workspace';

/** How many bytes a file of a snapshot has about, packed: padded and sealed it is below 512 kB. */
const fileSize = 460_000;

/** All documents as they stand, in place of the segments; the cards that lay in these go into packs. */
export async function withSnapshot(
  tools: Tools,
  workspace: Workspace,
  own: Own,
  sealed: Sealed,
): Promise<Own> {
  const { isWholeDue: _due, recent: _recent, ...rest } = own;
  const seq = own.seq + 1;
  const files: string[] = [];
  const updates = await states(workspace);
  const most = own.fileContent ?? (await contentOfFile(updates));
  for (const parts of groupedBySize(partsOf(updates, most), sizeOfPart, most)) {
    const name = snapshotName(seq, files.length, randomName(tools, 4));
    const whole = parts.flatMap((one) => ('update' in one ? one : []));
    const pieces = parts.flatMap((one) => ('part' in one ? one : []));
    await sealed(name, bundleBytes({ updates: whole, cards: [], pieces }));
    files.push(name);
  }
  const old = [...(own.snapshot?.files ?? []), ...own.segments];
  const trash = old.map((name) => ({ path: filePath(own.device, name), count: own.count + 1 }));
  return {
    ...rest,
    ...{ seq, segments: [], segmentBytes: 0, snapshot: { seq, files } },
    ...{ loose: [], unpublished: [...own.loose, ...own.unpublished] },
    trash: [...own.trash, ...trash],
  };
}

/** A whole document, or a part of one that is too large for a file. */
type Part = Bundle['updates'][number] | Piece;

function sizeOfPart(one: Part): number {
  return ('update' in one ? one.update : one.part).length;
}

function partsOf(updates: Bundle['updates'], most: number): readonly Part[] {
  return updates.flatMap((one): readonly Part[] =>
    one.update.length > most ? piecesOf(one, most) : [one],
  );
}

async function states(workspace: Workspace): Promise<Bundle['updates']> {
  const all: Bundle['updates'][number][] = [];
  for (const at of allDocuments) {
    const document = await workspace.document(at);
    if (document.ids().length) all.push({ document: at, update: document.state() });
  }
  return all;
}

/** How much goes into one file: as much as fills it, by how much smaller all of it becomes. */
async function contentOfFile(updates: Bundle['updates']): Promise<number> {
  const all = joined(...updates.map(({ update }) => update));
  const packed = await zipped(all);
  return Math.floor((fileSize * all.length) / Math.max(1, Math.min(packed.length, all.length)));
}
