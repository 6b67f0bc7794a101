// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { countNew } from '../../../store/records/queries';
import { openPopup, useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { paper, sightOn } from '../../support/store';

useFreshPages();

const reasons = (reader: Reader) =>
  Object.fromEntries(
    [...reader.page.querySelectorAll<HTMLElement>('[data-paper]:has(.reason)')].map((row) => [
      row.dataset.paper,
      row.querySelector('.reason')?.textContent,
    ]),
  );
const listed = (reader: Reader) => reader.page.querySelectorAll('[data-paper]').length;

it('a rule is made from a paper, and its papers say why they are marked', async () => {
  await sightOn(
    '2026-03-27',
    Date.now(),
    paper('arxiv:1', { organization: 'ByteDance', codeUrl: 'https://github.com/pytorch/vision' }),
    paper('arxiv:2', { title: 'Fast 3D Gaussian splatting' }),
    paper('arxiv:3', { organization: 'ByteDance', title: 'A 3D Gaussian of our own' }),
    paper('arxiv:4'),
  );
  const { reader } = await openPopup();
  await reader.press(/^New\b/, undefined, 'tab');
  await reader.press('Paper arxiv:1');
  await waitFor(() => reader.part('.rule-menu'));
  await reader.user.click(reader.part('.rule-menu summary'));
  await reader.press('Follow ByteDance');
  await reader.sees('You follow ByteDance from now on');
  await reader.sees('You follow ByteDance', '.rule-menu');
  const followed = { 'arxiv:1': 'You follow ByteDance', 'arxiv:3': 'You follow ByteDance' };
  await waitFor(() => expect(reasons(reader)).toEqual(followed));
  await reader.fill('Mute a phrase', '3D gaussian');
  await reader.press('Mute');
  await reader.sees('1 muted paper · Show');
  await waitFor(() => expect(listed(reader)).toBe(3));
  expect(await countNew()).toEqual({ new: 3, muted: 1, followed: 2 });
  await reader.press(/^1 muted paper/);
  await waitFor(() => expect(listed(reader)).toBe(4));
  expect(reasons(reader)).toEqual({ ...followed, 'arxiv:2': 'You mute “3D gaussian”' });
});
