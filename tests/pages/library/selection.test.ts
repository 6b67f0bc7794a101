import { expect, it } from 'vitest';
import { home } from '../../../pages/library/address';
import { Selection } from '../../../pages/library/list/selection';
import { emptyState } from '../../../pages/library/state';

const ids = ['a', 'b', 'c', 'd', 'e'];

function selectionOf() {
  const state = emptyState();
  state.listing.value = {
    asked: '',
    place: home,
    ids,
    total: ids.length,
    problems: [],
    instead: [],
  };
  return { selection: new Selection(state), selected: () => [...state.selected.value].sort() };
}

it('selects one, a range either way, all and none', () => {
  const { selection, selected } = selectionOf();
  selection.toggle('d');
  selection.extend('b');
  expect(selected()).toEqual(['b', 'c', 'd']);
  selection.toggle('c');
  expect(selected()).toEqual(['b', 'd']);
  selection.extend('e');
  expect(selected()).toEqual(['b', 'c', 'd', 'e']);
  selection.all();
  expect(selected()).toEqual(ids);
  selection.clear();
  expect(selected()).toEqual([]);
  selection.extend('c');
  expect(selected()).toEqual(['c']);
});
