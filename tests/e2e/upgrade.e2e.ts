import { expect, test } from 'vitest';
import { bundle } from '../../scripts/library/bundle';
import version4 from '../fixtures/databases/version-4.json';
import { forEachBrowser, useHarness } from './harness/suite';
import type { OldDatabaseWindow } from './in-page/old-database';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';

/** OFFPRINT_PAPERS=20000 tries it with a long list. */
const wanted = Number(process.env.OFFPRINT_PAPERS ?? 1400);
const saved = version4.savedIds.length / version4.stores.papers.length;

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'test' });

  test('a database of version 4 is upgraded whole after the browser was killed in the middle of it', async () => {
    const { session } = harness;
    await session.stopWorker();
    await session.inExtension(await bundle('tests/e2e/in-page/old-database.ts'));
    const papers = await session.inExtension(
      (count) => (globalThis as unknown as OldDatabaseWindow).offprintOldDatabase.make(count),
      wanted,
    );
    await session.inExtension(
      (count) => (globalThis as unknown as OldDatabaseWindow).offprintOldDatabase.begin(count),
      papers,
    );
    await session.kill();
    await session.start();
    const library = await LibraryPage.open(session);
    await library.counts(`${(papers * saved).toLocaleString('en')} papers`);
    const probe = await Probe.open(session);
    expect(await probe.counted()).toMatchObject({ new: papers / 7, deleted: papers / 7 });
    expect(await probe.inconsistencies()).toEqual([]);
  }, 600_000);
});
