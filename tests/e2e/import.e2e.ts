import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forEachBrowser, useHarness } from './harness/suite';
import { dropFiles, ImportPage } from './pages/import-page';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';
import { Tabs } from './pages/tabs';

const fixture = (name: string) => ({
  name,
  content: readFileSync(`tests/fixtures/imports/${name}`, 'utf8'),
});

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('a list of another program is looked through, brought in, found here again and taken back', async () => {
    const { session } = harness;
    const probe = await Probe.open(session);
    const taking = await ImportPage.open(session);
    await taking.drop([fixture('papermemory.json'), fixture('small.bib')]);
    await taking.says('3 entries tell of 2 papers.');
    await taking.says('2 new');
    await taking.says('1 entry is damaged and is left out');
    await taking.says('“small.bib”: BibTeX, 2 entries');
    await taking.press('Bring in 2 papers');
    await taking.says('2 papers came that were not here.');
    await session.badgeShows('1');
    expect(await probe.counted()).toMatchObject({ unread: 1, reading: 1, '#one': 1 });
    expect(await probe.inconsistencies()).toEqual([]);

    await taking.choose([fixture('small.bib')]);
    await taking.says('Nothing new in it');
    const library = await LibraryPage.open(session);
    await library.counts('2 papers');
    await taking.page.bringToFront();
    await taking.choose([{ name: 'holiday.txt', content: '%PDF-1.7 …' }]);
    await taking.says('“holiday.txt” is a PDF file');

    await library.page.bringToFront();
    await library.goTo('What you did');
    await library.choose('Undo', '.actions-view');
    await library.says('2 papers are as they were before the file', '.bars');
    await library.goTo('All');
    await library.says('Nothing saved yet', '.found');
    expect(await probe.counted()).not.toMatchObject({ unread: 1 });
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('files that are dropped on the library open the page for them, with them', async () => {
    const { session } = harness;
    const library = await LibraryPage.open(session);
    await library.says('Bring your list', '.found');
    await library.page.evaluate(dropFiles, [fixture('small.bib')]);
    // The address loses what it was asked by once the files are there.
    await new Tabs(session).showInFront(session.extensionUrl('import.html'));
  });
});
