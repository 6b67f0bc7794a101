// @vitest-environment jsdom
import { effect } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { ImportService } from '../../../pages/import/service';
import { sliceSize } from '../../../store/actions/in-slices';
import { connection } from '../../../store/database/connection';
import { counts } from '../../../store/records/queries';
import { write } from '../../../store/records/writer';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { choose } from '../../support/import-page';
import { openImport, useFreshPages } from '../../support/pages';

useFreshPages();

const many = 2 * sliceSize + 1;
const file = Array.from(
  { length: many },
  (_, at) => `@misc{p${at}, title = {Paper ${at}}, eprint = {2503.${10_000 + at}}}\n`,
).join('');

/** Calls back once as soon as a slice was brought in. */
function afterSlice({ state }: ImportService, work: () => void): void {
  const stop = effect(() => {
    const { total, done = 0 } = state.progress.value ?? {};
    if (total === undefined || done < sliceSize) return;
    queueMicrotask(() => stop());
    work();
  });
}

async function opened() {
  const { reader, service } = await openImport();
  await choose(reader, ['many.bib', file]);
  await reader.sees('1,001 new');
  return { reader, service };
}

describe('a long import', () => {
  it('shows fifty rows, can be stopped, gone on with, and taken back', async () => {
    const { reader, service } = await opened();
    await reader.sees('The first 50');
    expect(reader.page.querySelectorAll('.first > li')).toHaveLength(50);
    afterSlice(service, () => service.state.progress.value?.stop());
    await reader.press('Bring in 1,001 papers');
    await reader.sees('500 papers came that were not here. It was stopped before the end');
    expect((await counts()).unread).toBe(sliceSize);
    await choose(reader, ['many.bib', file]);
    await reader.sees('501 new');
    await reader.press('Bring in 501 papers');
    await reader.sees('501 papers came');
    expect((await counts()).unread).toBe(many);
    await reader.press('Undo');
    await reader.sees('501 papers are as they were before the file');
    expect((await counts()).unread).toBe(sliceSize);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('is left alone by files that are given meanwhile', async () => {
    const { reader, service } = await opened();
    afterSlice(service, () => void service.give([{ name: 'a.bib', blob: new Blob([file]) }]));
    await reader.press('Bring in 1,001 papers');
    await reader.sees('One at a time');
    await reader.sees('1,001 papers came that were not here.');
    await reader.seesNo('One at a time');
  });

  it('that meets a full disk says what is safe, and goes on when there is room', async () => {
    const { reader, service } = await opened();
    const database = await connection();
    const begin = database.transaction.bind(database) as (...of: unknown[]) => never;
    afterSlice(service, () => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      vi.spyOn(database, 'transaction').mockImplementation((...of: unknown[]) => {
        if (of[1] === 'readwrite') throw new DOMException('no room', 'QuotaExceededError');
        return begin(...of);
      });
    });
    await reader.press('Bring in 1,001 papers');
    await reader.sees('disk', '.failure');
    await reader.sees('Before that 500 papers came in or got more.');
    vi.restoreAllMocks();
    await reader.press('Try again');
    await reader.sees('501 papers came that were not here.');
    expect((await counts()).unread).toBe(many);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('whose page died is told when the next one opens, and can be taken back', async () => {
    const { reader } = await opened();
    await reader.press('Bring in 1,001 papers');
    await reader.sees('1,001 papers came');
    // What a page that died could not write.
    await write(async (writer) => {
      const actions = writer.transaction.objectStore('actions');
      const action = await actions.get(1);
      if (action) await actions.put({ ...action, stage: 'running' });
    });
    const next = (await openImport()).reader;
    await next.sees('This was cut off before all 1,001 papers were done.');
    await next.press('Undo', '[role="alert"]');
    await next.sees('1,001 papers are as they were before the file');
    expect((await counts()).unread).toBe(0);
  });
});
