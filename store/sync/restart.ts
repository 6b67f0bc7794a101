import { noteRow, noteWords } from '../../papers/note';
import { noteStamp } from '../../papers/words/note';
import type { Own } from '../../sync/local';
import { renamedNote } from '../../sync/rebase';
import { pagesOf } from '../database/pages';
import { unawaited } from '../database/requests';
import type { Writer } from '../records/writer';
import { newDevice, putSelf } from '../words/device';
import { isSaid, Marks } from './marks';

/** How a device begins anew. */
export interface Restart {
  readonly own: Own;
  /** When this profile may have parted from another one, in ms. */
  readonly since: number;
  /** Under which key it is kept. */
  readonly ownKey: 'sync';
}

const pageSize = 500;

/** Does what `Local.restart` says, within a transaction. */
export async function restart(writer: Writer, { own, since, ownKey }: Restart): Promise<void> {
  const { transaction, device } = writer;
  const name = newDevice();
  for (const store of ['documents', 'outbox', 'peers', 'dirty'] as const)
    unawaited(transaction.objectStore(store).clear());
  const profile = transaction.objectStore('profile');
  unawaited(profile.put(own, ownKey));
  putSelf(profile, { device: name, isSynced: true });
  await renameNotes(writer, { device, since, name });
  writer.flush();
  const marks = new Marks();
  await markAll(writer, marks);
  marks.settle(transaction);
}

async function renameNotes(
  writer: Writer,
  renaming: Parameters<typeof renamedNote>[1],
): Promise<void> {
  const store = writer.transaction.objectStore('notes');
  for await (const notes of pagesOf(
    (range, most) => store.getAll(range, most),
    ({ id }) => id,
    pageSize,
  ))
    for (const note of notes) {
      const words = noteWords(note);
      const renamed = words && renamedNote(words, renaming);
      if (!renamed || renamed === words) continue;
      const record = await writer.find(note.id);
      writer.putNote(note.id, noteRow(note.id, renamed, writer.divider));
      const stamp = noteStamp(renamed);
      if (record && stamp)
        writer.put(record, { ...record, stamps: { ...record.stamps, note: stamp } });
    }
}

/** Marks all that the reader ever said. */
async function markAll({ transaction }: Writer, marks: Marks): Promise<void> {
  const papers = transaction.objectStore('papers');
  const pages = pagesOf(
    (range, most) => papers.getAll(range, most),
    ({ id }) => id,
    pageSize,
  );
  for await (const page of pages)
    for (const { id } of page.filter(isSaid)) {
      marks.add('card', id);
      marks.add('paper', id);
    }
  for (const id of await transaction.objectStore('tombstones').getAllKeys()) marks.add('paper', id);
  for (const id of await transaction.objectStore('lists').getAllKeys()) marks.add('list', id);
  for (const id of await transaction.objectStore('rules').getAllKeys()) marks.add('rule', id);
  for (const { key, stamp } of await transaction.objectStore('tags').getAll())
    if (stamp) marks.add('look', key);
}
