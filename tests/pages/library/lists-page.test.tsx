// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../papers/record';
import { changeMany } from '../../../store/actions/change';
import { endVisit, noteImpressions } from '../../../store/records/impressions';
import { decide } from '../../../store/words/decide';
import { counted } from '../../support/contents';
import { LibraryPage, undo, useLibraryPage } from '../../support/library-page';
import { mute } from '../../support/rules';
import { paper, sightOn } from '../../support/store';

useLibraryPage();

/** New: 0 and 1; seen: 2 and 3; put off: 4 and 5; dismissed: 6; saved: 7. */
async function fill(): Promise<void> {
  const now = Date.now();
  const ids = Array.from({ length: 8 }, (_, at) => `arxiv:${at}`);
  const papers = ids.map((id, at) =>
    paper(id, { title: `${at % 2 ? 'Odd' : 'Even'} paper ${at}` }),
  );
  await sightOn(isoDay(now), now, ...papers);
  await noteImpressions(ids.slice(2, 4), now);
  await endVisit(now);
  await changeMany(ids.slice(4, 6), { kind: 'later' }, now);
  await decide(ids.slice(6, 7), 'dismissed', now);
  await decide(ids.slice(7), 'unread', now);
}

const lists = ['New', 'Undecided', 'Later', 'Missed', 'Dismissed', 'Bin'];
const countsOf = (library: LibraryPage) => lists.map((name) => library.countOf(name)).join();

describe('what is not in the list of saved papers', () => {
  it('has lists of its own, counted as they are listed, from which it is decided on', async () => {
    await fill();
    const library = await LibraryPage.open();
    await waitFor(() => expect(countsOf(library)).toBe('2,4,2,0,1,0'));
    for (const [list, count, address] of [
      ['Undecided', '4 papers', '?q=is:undecided'],
      ['Later', '2 papers', '?q=is:later'],
      ['Dismissed', '1 paper', '?q=is:dismissed'],
    ] as const) {
      await library.goTo(list);
      await library.counts(count);
      expect(library.address()).toBe(address);
      expect(document.title).toContain(list);
      expect(library.words('.side [aria-current]')).toContain(list);
    }
    await library.keys('js');
    await waitFor(() => expect(countsOf(library)).toBe('2,4,2,0,0,0'));
    await library.keys(undo);
    await waitFor(() => expect(countsOf(library)).toBe('2,4,2,0,1,0'));
    await library.goTo('Undecided');
    await library.counts('4 papers');
    await library.keys('jz');
    await waitFor(() => expect(library.countOf('Later')).toBe('3'));
    await library.goTo('Later');
    await library.counts('3 papers');
    await library.keys('jx');
    await waitFor(async () => expect(await counted()).toMatchObject({ later: 2, dismissed: 2 }));
    await waitFor(() => expect(library.countOf('Dismissed')).toBe('2'));
  });

  it('is counted without what a rule mutes, from the moment on that it does', async () => {
    await fill();
    const library = await LibraryPage.open('?q=is%3Aundecided');
    await waitFor(() => expect(countsOf(library)).toBe('2,4,2,0,1,0'));
    await mute('Odd', Date.now());
    await waitFor(() => expect(countsOf(library)).toBe('1,2,1,0,1,0'));
    await library.counts('2 papers');
    await library.sees('1 muted paper', '.found');
    await library.goTo('Later');
    await library.counts('1 paper');
  });

  it('is found by the same words in a search, beside others', async () => {
    await fill();
    const library = await LibraryPage.open();
    await library.search('is:undecided odd');
    await library.counts('2 papers');
    await library.search('paper is:undecided OR is:later');
    await library.counts('6 papers');
    await library.search('paper -is:undecided');
    await library.counts('1 paper');
  });
});

describe('an empty list', () => {
  it('says what comes into it, and offers no search to clear', async () => {
    const library = await LibraryPage.open();
    await library.sees('Nothing saved yet', '.found');
    for (const list of ['Unread', 'Reading', 'Read next', 'Starred', 'Snoozed', 'Read', ...lists]) {
      await library.goTo(list);
      await library.sees('Nothing here', '.empty');
      expect(library.words('.empty p').length).toBeGreaterThan(20);
      expect(library.page.querySelector('.empty button')).toBeNull();
    }
  });
});
