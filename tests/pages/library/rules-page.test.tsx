// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { countNew } from '../../../store/records/queries';
import { listRules } from '../../../store/rules/read';
import { LibraryPage, useLibraryPage } from '../../support/library-page';
import { paper, sightOn } from '../../support/store';

useLibraryPage();

const form = '.rule-form';

it('a rule is tried, kept, refused in words, and deleted with a way back', async () => {
  await sightOn(
    '2026-03-27',
    Date.now(),
    paper('arxiv:1'),
    paper('arxiv:2', { title: 'Fast 3D Gaussian splatting' }),
    paper('arxiv:3', { title: 'A 3D Gaussian of our own' }),
    paper('arxiv:4', { authors: ['A. Lovelace'] }),
  );
  const library = await LibraryPage.open('?view=rules');
  await library.sees('No rules yet');
  await library.press('New rule');
  await library.fill('Author’s name', 'Lovelace, Ada', form);
  await library.press('Try it', form);
  await library.sees('it would have marked 4 papers', '.outcome');
  await library.press('Mute', form, 'radio');
  await library.user.selectOptions(library.part(`${form} select`), 'phrase');
  await library.fill('Word or phrase', '3D gaussian', form);
  await library.press('Try it', form);
  await library.sees('it would have muted 2 papers', '.outcome');
  await library.user.click(library.part('.outcome summary'));
  const links = [
    ...library.part('.outcome').querySelectorAll<HTMLAnchorElement>('details[open] a'),
  ];
  expect(links.map(({ textContent }) => textContent).sort()).toEqual([
    'A 3D Gaussian of our own',
    'Fast 3D Gaussian splatting',
  ]);
  expect(await countNew()).toEqual({ new: 4, muted: 0, followed: 0 });

  await library.press('Keep this rule', form);
  await library.sees('2 papers in 30 days', '.rules');
  await library.sees('2 muted papers', '.muted');
  expect(await countNew()).toEqual({ new: 2, muted: 2, followed: 0 });
  await library.lacks(form);
  await library.press('New rule');
  await library.fill('Author’s name', ',', form);
  await library.press('Keep this rule', form);
  await library.sees('Write what to look for', '.outcome');
  expect(await listRules()).toHaveLength(1);

  await library.press('Delete the rule for “3D gaussian”');
  await library.sees('Deleted the rule for “3D gaussian”', '.bars');
  await library.lacks('.muted');
  await library.press('Undo', '.bars');
  await library.sees('2 muted papers', '.muted');
  await waitFor(async () => expect(await countNew()).toMatchObject({ muted: 2 }));
});
