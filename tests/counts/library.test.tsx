// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { options } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PaperMeta } from '../../components/paper/paper-meta';
import { rowsSeen } from '../../pages/library/list/room';
import { LibraryService } from '../../pages/library/service';
import { SearchSession } from '../../store/search/session';
import { decide } from '../../store/words/decide';
import { fillReadingList } from '../support/library';
import { LibraryPage, useLibraryPage } from '../support/library-page';
import { untilQuiet } from '../support/store';

/**
 * What an action costs, in what does not depend on the machine. A count that grows is a cost that a
 * reader feels: make it small again, or say here why it may be larger.
 */
useLibraryPage();

const total = 200;
const rowHeight = 60;

/** Elements made, rows drawn and transactions begun since the last `begin`. */
const cost = { elements: 0, rows: 0, transactions: 0 };

function begin(): void {
  Object.assign(cost, { elements: 0, rows: 0, transactions: 0 });
}

const { createElementNS } = Document.prototype;
const { diffed } = options;
const { transaction } = IDBDatabase.prototype;

beforeEach(async () => {
  await fillReadingList(total);
  Document.prototype.createElementNS = function (this: Document, ...given: [string, string]) {
    // A progress bar tells of a slow machine.
    if (given[1] !== 'progress') cost.elements += 1;
    return createElementNS.apply(this, given);
  } as typeof createElementNS;
  IDBDatabase.prototype.transaction = function (...given) {
    cost.transactions += 1;
    return transaction.apply(this, given);
  };
  options.diffed = (vnode) => {
    if (vnode.type === PaperMeta) cost.rows += 1;
    diffed?.(vnode);
  };
});

afterEach(() => {
  Document.prototype.createElementNS = createElementNS;
  IDBDatabase.prototype.transaction = transaction;
  options.diffed = diffed ?? (() => undefined);
});

const list = () => document.querySelector('[data-list]') as HTMLElement;
const items = () => [...list().querySelectorAll<HTMLElement>('.rows > li')];
const places = () => items().map(({ ariaPosInSet }) => Number(ariaPosInSet));

/** Waits until every row in the document shows its paper, and all of them are in their order. */
function drawn(): Promise<void> {
  return waitFor(() => {
    expect(list().querySelector('.rows')?.ariaBusy).toBe('false');
    expect(items().length).toBeGreaterThan(0);
    expect(items().filter((item) => !item.querySelector('.row[data-state]'))).toEqual([]);
    expect(places()).toEqual(places().toSorted((one, other) => one - other));
  });
}

async function scrollTo(row: number): Promise<void> {
  list().scrollTop = row * rowHeight;
  list().dispatchEvent(new Event('scroll'));
  await waitFor(() => expect(places()).toContain(row + 1));
  await drawn();
}

async function openWhole(): Promise<LibraryPage> {
  const library = await LibraryPage.open();
  await library.counts(`${total} papers`);
  await drawn();
  return library;
}

it('opens with one transaction, for no more rows than are seen', async () => {
  const closing = new AbortController();
  const service = new LibraryService();
  begin();
  const started = service.start({ signal: closing.signal });
  await service.begun;
  expect(cost.transactions).toBe(1);
  expect(service.state.listing.value).toMatchObject({ total });
  expect(service.state.listing.value?.ids.length).toBe(rowsSeen());
  await started;
  expect(service.state.listing.value?.ids.length).toBe(total);
  closing.abort();
});

it('a search of a small list can be made after one transaction, beside which its long texts follow', async () => {
  await new SearchSession().open();
  await untilQuiet();
  begin();
  await new SearchSession().open();
  expect(cost.transactions).toBeLessThanOrEqual(2);
});

it('of another list the rows in view are drawn first', async () => {
  const library = await openWhole();
  const firstRow = () => library.rows()[0]?.id;
  const before = firstRow();
  let seen = 0;
  begin();
  await library.user.selectOptions(library.part('.toolbar select'), 'title');
  await waitFor(() => {
    expect(firstRow()).not.toBe(before);
    seen ||= cost.rows;
  });
  await drawn();
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(cost.rows);
});

it('a row is made of at most 52 elements', async () => {
  await openWhole();
  const sizes = items().map((item) => 1 + item.querySelectorAll('*').length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(52);
});

it('a row scrolled to is drawn once, in the element of one that has left', async () => {
  await openWhole();
  await scrollTo(50);
  const before = items();
  begin();
  await scrollTo(51);
  expect(cost.rows).toBe(1);
  expect(cost.elements).toBeLessThanOrEqual(20);
  expect(new Set(items())).toEqual(new Set(before));
});

it('a key draws no row that it finds again, makes nothing for it, and asks the store for the first rows once, for those below once', async () => {
  const library = await openWhole();
  await library.search('federa');
  await waitFor(() => expect(library.words('.toolbar p')).toMatch(/^\d+ of/));
  const marked = () => list().querySelector('mark')?.textContent?.toLowerCase();
  await waitFor(() => expect(marked()).toBe('federa'));
  await drawn();
  const found = library.words('.toolbar p');
  begin();
  await library.keys('t');
  await waitFor(() => expect(marked()).toBe('federat'));
  expect(library.words('.toolbar p')).toBe(found);
  expect(cost).toMatchObject({ elements: 0, rows: 0 });
  expect(cost.transactions).toBeLessThanOrEqual(2);
});

it('a paper that changes draws no row but its own', async () => {
  const library = await openWhole();
  const { id = '' } = library.rows().find(({ state }) => state === 'unread') ?? {};
  const state = () => library.rows().find((row) => row.id === id)?.state;
  const before = library.countOf('Unread');
  begin();
  await decide([id], 'reading', Date.now());
  await waitFor(() => expect(state()).toBe('reading'));
  await waitFor(() => expect(library.countOf('Unread')).not.toBe(before));
  expect(cost.rows).toBe(1);
});

it('a paper out of view that changes draws no row', async () => {
  const library = await openWhole();
  await scrollTo(150);
  const far = library.rows().at(-1);
  await scrollTo(0);
  const counted = () => library.words('.side section');
  const before = counted();
  begin();
  await decide([far?.id ?? ''], far?.state === 'read' ? 'unread' : 'read', Date.now());
  await waitFor(() => expect(counted()).not.toBe(before));
  expect(cost.rows).toBe(0);
});
