// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { counted } from '../../support/contents';
import { fillReadingList } from '../../support/library';
import { LibraryPage, undo, useLibraryPage } from '../../support/library-page';

useLibraryPage();

const box = (place: number) => `.rows > li[aria-posinset="${place}"] input`;

describe('papers are selected', () => {
  it('by click, by range and by keys', async () => {
    await fillReadingList(40);
    const library = await LibraryPage.open();
    await library.counts('40 papers');
    await library.press('Select', '.toolbar');
    await library.click(box(2));
    await library.click(box(5), 'Shift');
    await library.sees('4 papers selected', '.bulk');
    await library.click(box(3));
    await library.sees('3 papers selected', '.bulk');
    await library.press('Select none', '.bulk');
    await library.lacks('.bulk');
    await library.keys('jvjj{Shift>}V{/Shift}');
    await library.sees('3 papers selected', '.bulk');
  });

  it('all of a list at once, and of another list none', async () => {
    await fillReadingList(40);
    const library = await LibraryPage.open();
    await library.counts('40 papers');
    await library.keys('gu{Control>}a{/Control}gl');
    await library.counts('40 papers');
    await library.lacks('.bulk');
    await library.selectAll('40');
  });
});

describe('what is selected', () => {
  it('is changed together, and each change is taken back by itself', async () => {
    await fillReadingList(40);
    const before = await counted();
    const library = await LibraryPage.open();
    await library.counts('40 papers');
    await library.keys('jvjj{Shift>}V{/Shift}');
    await library.bulk('star');
    await library.sees('Starred 3 papers', '.bars');
    await library.bulk('tag');
    await library.click('.bulk [name="tag"]');
    await library.keys('seminar,');
    await library.press('Add tags to all', '.bulk');
    await library.sees('Tagged 3 papers “seminar”', '.bars');
    await library.bulk('dismiss');
    await library.sees('Dismissed 3 papers', '.bars');
    await library.counts('37 papers');
    await library.selectAll('37');
    await library.bulk('read');
    await library.sees('as read', '.bars');
    expect(await counted()).toMatchObject({ read: 37, dismissed: 3, '#seminar': 3 });
    await library.keys(undo);
    await library.sees('papers have their former status again', '.bars');
    await library.keys(undo);
    await library.counts('40 papers');
    await library.keys(undo);
    await library.sees('are without the tag', '.bars');
    await library.keys(undo);
    await library.sees('are without their stars again', '.bars');
    await library.keys(undo);
    await library.sees('There is nothing to undo', '.bars');
    expect(await counted()).toEqual(before);
  });

  it('is copied as links', async () => {
    await fillReadingList(3);
    const library = await LibraryPage.open();
    await library.counts('3 papers');
    await library.selectAll('3');
    await library.user.selectOptions(library.part('.bulk select'), 'links');
    await library.sees('Copied 3 papers', '.bars');
    const copied = await navigator.clipboard.readText();
    expect(copied.split('\n').filter((line) => line.startsWith('https://'))).toHaveLength(3);
  });
});

describe('more papers than one transaction takes', () => {
  it('go in slices; what was stopped in between is told and taken back', async () => {
    await fillReadingList(600);
    const before = await counted();
    const library = await LibraryPage.open();
    await library.counts('600 papers');
    await library.selectAll('600');
    new MutationObserver((_changes, observer) => {
      const stop = document.querySelector<HTMLElement>('.working button');
      if (stop) observer.disconnect();
      stop?.click();
    }).observe(document.body, { childList: true, subtree: true });
    await library.bulk('delete');
    await library.sees('and stopped before all 600 papers were done', '.bars');
    const { deleted = 0 } = await counted();
    expect(deleted).toBeGreaterThan(0);
    expect(deleted).toBeLessThan(600);
    await library.counts(`${600 - deleted} papers`);
    await library.press('Undo', '.bars');
    await library.counts('600 papers');
    expect(await counted()).toEqual(before);
  });
});
