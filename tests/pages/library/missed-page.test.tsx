// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { dayLength, isoDay } from '../../../papers/record';
import { age } from '../../../store/upkeep/growth';
import { counted } from '../../support/contents';
import { LibraryPage, useLibraryPage } from '../../support/library-page';
import { paper, sightOn } from '../../support/store';

useLibraryPage();

it('missed papers have a list, from which they are saved and dismissed', async () => {
  const now = Date.now();
  const came = now - 40 * dayLength;
  await sightOn(isoDay(came), came, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:3'));
  await age(now, false);
  const library = await LibraryPage.open();
  await waitFor(() => expect(library.countOf('Missed')).toBe('3'));
  await library.goTo('Missed');
  await library.counts('3 papers');
  await library.keys('j');
  await library.keys('x');
  await waitFor(async () => expect(await counted()).toMatchObject({ missed: 2, dismissed: 1 }));
  await library.counts('2 papers');
  await library.keys('js');
  await waitFor(async () => expect(await counted()).toMatchObject({ missed: 1, unread: 1 }));
});
