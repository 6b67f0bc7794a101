// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { Near } from '../../content/controls/near';

afterEach(() => vi.unstubAllGlobals());

it('knows which entries are near, or were, and watches the others alone', () => {
  const watched = new Set<Element>();
  let meet: (entries: readonly Partial<IntersectionObserverEntry>[]) => void = () => {};
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof meet) {
        meet = callback;
      }
      observe = (element: Element) => void watched.add(element);
      unobserve = (element: Element) => void watched.delete(element);
      disconnect = () => watched.clear();
    },
  );
  const closing = new AbortController();
  const onNear = vi.fn();
  const near = new Near(onNear, closing.signal);
  const [first, second, third] = ['a', 'b', 'c'].map((name) => document.createElement(name));
  if (!first || !second || !third) throw new Error('no elements');
  expect([first, second, third].map((one) => near.has(one))).toEqual([false, false, false]);
  meet([
    { target: first, isIntersecting: true },
    { target: second, isIntersecting: false },
  ]);
  expect(onNear).toHaveBeenCalledTimes(1);
  near.add(third);
  meet([{ target: first, isIntersecting: false }]);
  expect(onNear).toHaveBeenCalledTimes(1);
  expect([first, second, third].map((one) => near.has(one))).toEqual([true, false, true]);
  expect([...watched]).toEqual([second]);
  closing.abort();
  expect(watched.size).toBe(0);
});
