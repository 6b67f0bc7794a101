// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { dayLength, isoDay } from '../../../papers/record';
import { age } from '../../../store/upkeep/growth';
import { openPopup, useFreshPages } from '../../support/pages';
import { paper, sightOn } from '../../support/store';

useFreshPages();

it('missed papers are one line under the new ones, which leads to their own list', async () => {
  const now = Date.now();
  const came = now - 40 * dayLength;
  await sightOn(isoDay(came), came, paper('arxiv:1'), paper('arxiv:2'));
  await age(now, false);
  await sightOn(isoDay(now), now, paper('arxiv:3'));
  const { reader } = await openPopup();
  await reader.press(/^New\b/, undefined, 'tab');
  await reader.sees('2 missed papers');
  await waitFor(() => expect(reader.page.querySelectorAll('[data-paper]')).toHaveLength(1));
  const line = reader.in().getByRole<HTMLAnchorElement>('link', { name: '2 missed papers' });
  expect(new URL(line.href).searchParams.get('q')).toBe('is:missed');
});
