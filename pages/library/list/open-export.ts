import { counted, text } from '../../../lib/text';
import { idsFound, savedIds } from '../../../store/export/which';
import type { ExportScope } from '../../shared/export/request';
import type { LibraryContext } from '../library-context';

/** Opens the window in which papers are taken along: the selected ones, or what is meant by where the reader is. */
export async function openExport({ service, exporting }: LibraryContext): Promise<void> {
  await Promise.all([service.moved, service.searching]);
  const { selected, opened, address, listing, smartLists } = service.state;
  const fixedIds = (ids: readonly string[]) => async () => ids;
  const scopes: ExportScope[] = [];
  const chosen = [...selected.value];
  if (chosen.length > 0)
    scopes.push({
      name: 'selection',
      label: counted('takeSelected', chosen.length),
      ids: fixedIds(chosen),
    });
  const paper = opened.value;
  if (paper && address.value.view === 'list')
    scopes.push({ name: 'paper', label: text('takeThis'), ids: fixedIds([paper.id]) });
  const { ids = [], left, total = 0 } = listing.value ?? {};
  if (address.value.view === 'list' && address.value.query.trim() && total > 0)
    scopes.push({
      name: 'shown',
      label: counted('takeShown', total),
      ids: fixedIds(ids.filter((id) => id !== left)),
    });
  const all = { name: 'all', label: text('takeAll'), ids: savedIds };
  const lists = smartLists.value.map(({ id, name, query, order }) => ({
    name: `list:${id}`,
    label: text('takeList', name),
    ids: () => idsFound(query, order),
  }));
  const [first = all, ...others] = [...scopes, all, ...lists];
  exporting.value = { scopes: [first, ...others] };
}
