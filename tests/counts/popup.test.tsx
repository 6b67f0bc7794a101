// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, expect, it } from 'vitest';
import { fillReadingList } from '../support/library';
import { openPopup, useFreshPages } from '../support/pages';

useFreshPages();

beforeEach(() => fillReadingList(60));

const rows = () => document.querySelectorAll('li[data-paper]').length;

it('the popup is first drawn with ten rows, and with a page of its list right after', async () => {
  const drawn: number[] = [];
  const observer = new MutationObserver(() => {
    if (rows() && rows() !== drawn.at(-1)) drawn.push(rows());
  });
  observer.observe(document.body, { childList: true, subtree: true });
  await openPopup();
  await waitFor(() => expect(rows()).toBe(50));
  observer.disconnect();
  expect(drawn).toEqual([10, 50]);
});
