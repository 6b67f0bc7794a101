import { expect, test } from 'vitest';
import { bundle } from '../../scripts/library/bundle';
import version4 from '../fixtures/databases/version-4.json';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import type { OldDatabaseWindow } from './in-page/old-database';
import { Probe } from './pages/probe';
import { askNothing } from './pages/told-lists';

/** OFFPRINT_PAPERS=20000 tries it with a long list. */
const wanted = Number(process.env.OFFPRINT_PAPERS ?? 700);
const saved = version4.savedIds.length / version4.stores.papers.length;

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'test' });

  test('a database of version 4 is upgraded whole after the browser was killed in the middle of it', async () => {
    const { session } = harness;
    // A browser that has just started may not have made the database yet.
    await (await Probe.open(session)).empty();
    await askNothing(session);
    await session.inExtension(await bundle('tests/e2e/in-page/old-database.ts'));
    await session.inExtension((count) => {
      void (globalThis as unknown as OldDatabaseWindow).offprintOldDatabase.run(count);
    }, wanted);
    const papers = await waitUntil(
      () =>
        session.inExtension(() => {
          const { made, isHalfway, problem } = (globalThis as unknown as OldDatabaseWindow)
            .offprintOldDatabase;
          if (!isHalfway) throw new Error(problem ?? 'Not half done');
          return made;
        }),
      { what: 'the upgrade to be half done', timeout: 60_000 },
    );
    await session.kill();
    await session.start();
    // What a browser says that is killed in the middle of its work is no fault of the extension.
    await session.forgiveProblems();
    const page = await session.openExtensionPage('library.html');
    const words = `${(papers * saved).toLocaleString('en')} papers`;
    await waitUntil(
      () => page.evaluate((said) => document.body.textContent.includes(said), words),
      {
        what: `the library to say “${words}”`,
        timeout: 60_000,
      },
    );
    // A page that waits while another one upgrades says so, and goes on.
    const others = (await session.problems()).filter((problem) => !problem.includes('blocked'));
    expect(others).toEqual([]);
    await session.forgiveProblems();
    const probe = await Probe.open(session);
    expect(await probe.counted()).toMatchObject({ new: papers / 7, deleted: papers / 7 });
    expect(await probe.inconsistencies()).toEqual([]);
  }, 600_000);
});
