import { beforeEach, expect, test } from 'vitest';
import { caughtFile } from './harness/caught-file';
import { click } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';

forEachBrowser((name) => {
  const harness = useHarness(name);
  let probe: Probe;

  beforeEach(async () => {
    probe = await Probe.open(harness.session);
  });

  test('a reader copies a citation, takes papers along as a file, and leaves with all of them', async () => {
    await probe.fill(600);
    const library = await LibraryPage.open(harness.session);
    await library.counts('600 papers');
    await library.press('j');
    await library.says('Copy citation', '.pane');
    await library.press('c');
    await library.says('Copied (BibTeX): ', '.bars');
    await library.page.select('.pane .cite select', 'apa');
    await library.says('Copied (APA): ', '.bars');
    const key = /@\w+\{([^,]+),/;

    await library.page.focus('.current [data-action="open"]');
    await library.press('e');
    await library.says('BibTeX', '.export');
    await click(library.page, '.export [value="biblatex"]');
    const take = () => click(library.page, '.export [data-action="file"]');
    const one = (await caughtFile(library.page, take)).toString();
    expect(one.match(/^@/gm)).toHaveLength(1);
    await library.says('Exported 1 paper: offprint-', '.bars');

    await library.press('e');
    await library.says('BibLaTeX', '.export');
    await library.page.select('.export [name="scope"]', 'all');
    await library.page.evaluate(() => {
      delete document.documentElement.dataset.downloaded;
    });
    const all = (await caughtFile(library.page, take)).toString();
    expect(all.match(/^@/gm)).toHaveLength(600);
    const keys = all.match(/^@\w+\{[^,]+/gm) ?? [];
    expect(new Set(keys).size).toBe(600);
    expect(all).toContain(`{${key.exec(one)?.[1]},`);
    await library.says('Exported 600 papers', '.bars');
    expect(await probe.inconsistencies()).toEqual([]);
  });
});
