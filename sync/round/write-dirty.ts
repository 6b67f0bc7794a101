import type { Bytes } from '../bytes';
import { documentOf, rowDocument } from '../documents/names';
import { writePaper } from '../documents/papers';
import { writeRow } from '../documents/rows';
import type { Dirty, Own } from '../local';
import type { Bundle } from './bundle';
import type { Workspace } from './workspace';

/** The documents' part of what is to be published. */
export interface Fresh {
  readonly documents: ReadonlyMap<number, Bytes>;
  readonly updates: Bundle['updates'];
}

/** Writes what is marked into the documents, where they do not say so already. */
export async function writeDirty(
  workspace: Workspace,
  own: Pick<Own, 'isRestating'>,
  dirty: readonly Dirty[],
): Promise<Fresh> {
  const isRestating = own.isRestating === true;
  const byDocument = new Map<number, Dirty[]>();
  for (const one of dirty) {
    const at = one.kind === 'paper' ? documentOf(one.id) : rowDocument;
    byDocument.set(at, [...(byDocument.get(at) ?? []), one]);
  }
  const documents = new Map<number, Bytes>();
  const updates: Bundle['updates'][number][] = [];
  for (const [at, all] of byDocument) {
    const document = await workspace.document(at);
    const update = document.write(() => {
      for (const one of all)
        if (one.kind === 'paper') writePaper(document, one.id, one, isRestating);
        else writeRow(document, one.kind, one.row, isRestating);
    });
    if (!update) continue;
    documents.set(at, document.state());
    updates.push({ document: at, update });
  }
  return { documents, updates };
}
