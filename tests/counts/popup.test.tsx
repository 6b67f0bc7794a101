// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, expect, it } from 'vitest';
import { fillReadingList } from '../support/library';
import { openPopup, useFreshPages } from '../support/pages';

useFreshPages();

beforeEach(() => fillReadingList(60));

const rows = () => document.querySelectorAll('li[data-paper]').length;

it('the popup is first drawn with the rows that are seen, and with a page of its list slice by slice', async () => {
  const drawn: number[] = [];
  const observer = new MutationObserver(() => {
    if (rows() && rows() !== drawn.at(-1)) drawn.push(rows());
  });
  observer.observe(document.body, { childList: true, subtree: true });
  await openPopup();
  await waitFor(() => expect(rows()).toBe(50));
  observer.disconnect();
  expect(drawn[0]).toBe(9);
  const steps = drawn.slice(1).map((count, at) => count - (drawn[at] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(10);
  expect(drawn.at(-1)).toBe(50);
});
