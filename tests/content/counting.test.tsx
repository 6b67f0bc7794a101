// @vitest-environment jsdom
import { Fragment, h, render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Bar } from '../../content/bar/bar';
import { Menu } from '../../content/bar/menu/menu';
import { openBar, says, stateOf } from '../support/bar';
import { useFreshStore } from '../support/store';

useFreshStore();
afterEach(() => vi.restoreAllMocks());

it('an older day says that it is not counted, until its menu counts it, and undo takes that back', async () => {
  const bar = await openBar({ countsFrom: '2026-03-28' });
  const draw = () => {
    const counts = bar.state.pageCounts.value;
    const box = document.createElement('div');
    if (counts)
      render(h(Fragment, null, <Bar service={bar.service} />, <Menu service={bar.service} />), box);
    return box;
  };
  const button = () => draw().querySelector<HTMLElement>('[data-action="count-day"]');
  const sentence = () => draw().querySelector('.summary')?.textContent;
  expect(sentence()).toBe('3 new · older, not counted');
  expect(button()?.textContent).toBe('Count this day: 3 new');
  button()?.click();
  await says(bar, 'Counted 3 papers as new');
  expect(await stateOf('arxiv:2')).toBe('new');
  expect(sentence()).toBe('3 new');
  expect(button()).toBeNull();
  bar.service.undo(bar.state.notice.value);
  await says(bar, '3 papers are no longer counted as new');
  expect(sentence()).toBe('3 new · older, not counted');
});
