// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOptions } from '../../../lib/options';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { recordsOf } from '../../../store/records/queries';
import { LibraryPage, useLibraryPage } from '../../support/library-page';
import { decideLiked, likedNoon, sightWaiting, waiting } from '../../support/liked';

useLibraryPage();

const { other, liked, also } = waiting;
const ids = (page: LibraryPage) => page.rows().map(({ id }) => id);
const newOnes = `?q=${encodeURIComponent('is:new')}`;

beforeEach(async () => {
  await decideLiked(60);
  await sightWaiting();
  await rankWaiting(likedNoon);
});

describe('the new papers in the library', () => {
  it('say in their rows how likely they are', async () => {
    const page = await LibraryPage.open(newOnes);
    await page.sees('for you, because you saved 15 of 15 on', `[data-paper="${liked.id}"]`);
    expect(page.words(`[data-paper="${other.id}"]`)).not.toContain('for you');
  });

  it('are sorted for the reader where that is chosen, and so the next time, too', async () => {
    const page = await LibraryPage.open(newOnes);
    await waitFor(() => expect(ids(page)).toHaveLength(4));
    await page.user.selectOptions(page.part('.toolbar select'), 'forYou');
    await waitFor(() => expect(ids(page).slice(0, 2).sort()).toEqual([liked.id, also.id]));
    await waitFor(async () => expect((await readOptions()).newOrder).toBe('forYou'));
    const again = await page.reload('');
    await again.goTo('New');
    await waitFor(() => expect(ids(again).slice(0, 2).sort()).toEqual([liked.id, also.id]));
    expect(again.address()).toContain('sort=forYou');
    await again.goTo('All');
    const offered = [...again.part<HTMLSelectElement>('.toolbar select').options];
    expect(offered.map(({ value }) => value)).not.toContain('forYou');
  });

  it('stay where they are when one of them is decided on', async () => {
    const page = await LibraryPage.open(`${newOnes}&sort=forYou`);
    await waitFor(() => expect(ids(page).slice(0, 2).sort()).toEqual([liked.id, also.id]));
    const [first, ...rest] = ids(page);
    await page.click(`[data-paper="${first}"] a`);
    await page.press('Less like this');
    await page.sees('Less like it from now on');
    await waitFor(async () => expect((await recordsOf([first ?? '']))[0]?.state).toBe('dismissed'));
    expect(ids(page).filter((id) => id !== first)).toEqual(rest);
  });
});

describe('an opened paper in the library', () => {
  it('leads to those like it', async () => {
    const page = await LibraryPage.open(`${newOnes}&paper=${encodeURIComponent(liked.id)}`);
    await page.press('More like this');
    await page.sees('New ones like it');
    await page.click(`[data-alike="${also.id}"] a`);
    await page.sees(also.title ?? '', '#pane-title');
  });
});
