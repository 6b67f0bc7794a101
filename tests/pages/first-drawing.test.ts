import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstDrawing } from '../../pages/shared/first-drawing';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('a page is drawn first with its rows, and soon without them where they do not come', async () => {
  const drawn: string[] = [];
  void firstDrawing(Promise.resolve()).then(() => drawn.push('with rows'));
  void firstDrawing(new Promise(() => {})).then(() => drawn.push('without'));
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toEqual(['with rows']);
  await vi.advanceTimersByTimeAsync(100);
  expect(drawn).toEqual(['with rows', 'without']);
});
