import { readOptions, writeOptions } from '../../../lib/options';
import { orderNamed } from '../../../papers/search/order';
import type { SmartList } from '../../../store/database/schema';
import { deleteSmartList, saveSmartList } from '../../../store/lists/write';
import { writeAddress } from '../address';
import type { LibraryService } from '../service';
import type { NamedList } from './sidebar';
import type { ListWords } from './smart-list-form';

/** The reader's own lists, with what each of them finds. */
export function smartLists(service: LibraryService): NamedList[] {
  const { smartLists: lists, listCounts } = service.state;
  const current = currentList(service);
  return lists.value.map((list) => ({
    id: list.id,
    label: list.name,
    icon: list.icon,
    count: listCounts.value.get(list.id),
    address: writeAddress({ view: 'list', query: list.query, order: orderNamed(list.order) }),
    isCurrent: list === current,
    isWaiting: false,
    go: () => void service.list(list.query, orderNamed(list.order)),
  }));
}

/** The smart list that the address shows, if it is one. */
export function currentList({ state }: LibraryService): SmartList | undefined {
  const { view, query } = state.address.value;
  if (view !== 'list') return undefined;
  return state.smartLists.value.find((list) => list.query === query.trim());
}

/** Keeps the search on show under a name. */
export async function keepList(
  service: LibraryService,
  words: ListWords,
  isOnBadge: boolean,
): Promise<void> {
  const { query, order } = service.state.address.value;
  const id = currentList(service)?.id ?? crypto.randomUUID();
  await service.guard('write', async () => {
    await saveSmartList({ id, ...words, query: query.trim(), order }, Date.now());
    await countOnBadge(id, isOnBadge);
  });
  await service.settle();
}

/** Forgets a list; its papers stay. */
export async function forgetList(service: LibraryService, { id }: SmartList): Promise<void> {
  await service.guard('write', async () => {
    await deleteSmartList(id, Date.now());
    await countOnBadge(id, false);
  });
  await service.settle();
}

async function countOnBadge(id: string, isOn: boolean): Promise<void> {
  const { badge } = await readOptions();
  const wanted = `list:${id}` as const;
  if (isOn && badge !== wanted) await writeOptions({ badge: wanted });
  if (!isOn && badge === wanted) await writeOptions({ badge: 'unread' });
}
