import { describe, expect, it, vi } from 'vitest';
import { type Change, onChange } from '../../../lib/changes';
import { deleteEverything } from '../../../store/backup/contents';
import { listSmartLists } from '../../../store/lists/read';
import { deleteSmartList, saveSmartList } from '../../../store/lists/write';
import { useFreshStore } from '../../support/store';

useFreshStore();

function list(id: string, name = id) {
  return { id, name, icon: 'star', query: 'is:unread', order: 'saved', isPinned: false };
}

async function names(): Promise<string[]> {
  return (await listSmartLists()).map(({ name }) => name);
}

describe('smart lists', () => {
  it('are saved, renamed in their place and deleted', async () => {
    for (const id of ['a', 'b', 'c']) await saveSmartList(list(id), 1500);
    await saveSmartList(list('b', 'renamed'), 1500);
    expect(await names()).toEqual(['a', 'renamed', 'c']);
    await deleteSmartList('a', 1500);
    await deleteSmartList('a', 1500);
    expect(await names()).toEqual(['renamed', 'c']);
    await saveSmartList(list('a'), 1500);
    expect(await names()).toEqual(['renamed', 'c', 'a']);
  });

  it('saved by two windows at once are both kept', async () => {
    await Promise.all([saveSmartList(list('a'), 1500), saveSmartList(list('b'), 1500)]);
    expect(await names()).toEqual(['a', 'b']);
  });

  it('announce their changes, and go with everything else', async () => {
    const changes: Change[] = [];
    onChange((change) => changes.push(change));
    await saveSmartList(list('a'), 1500);
    await vi.waitFor(() => expect(changes).toMatchObject([{ ids: [] }]));
    await deleteEverything();
    expect(await listSmartLists()).toEqual([]);
  });
});
