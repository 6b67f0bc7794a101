import type { PaperId } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { recordsOf } from '../../../store/records/queries';
import type { LibraryService } from '../service';

/** The selected papers, or else the one under the cursor, wherever the keys so far have moved it. */
export async function chosenOf(service: LibraryService): Promise<readonly PaperId[]> {
  await service.moved;
  const { selected, address } = service.state;
  if (selected.value.size > 0) return [...selected.value];
  const { paper } = address.value;
  return paper === undefined ? [] : [paper];
}

/** What is stored of the first of some papers. From the store itself: a key may follow a change that is not shown yet. */
export async function firstOf(ids: readonly PaperId[]): Promise<PaperRecord | undefined> {
  return (await recordsOf(ids.slice(0, 1)))[0];
}
