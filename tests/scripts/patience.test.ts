import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TooLate, within } from '../../scripts/bench/patience';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('work that may take so long', () => {
  it('gives what it gives in time, and throws what it throws', async () => {
    await expect(within(60_000, 'this', Promise.resolve(7))).resolves.toBe(7);
    await expect(within(60_000, 'this', Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is waited for no longer, whatever becomes of it then', async () => {
    let reject = (_: Error): void => {};
    const promise = new Promise<never>((_, no) => {
      reject = no;
    });
    const waiting = within(120_000, 'this', promise);
    const ended = expect(waiting).rejects.toThrow(new TooLate('this took more than 2 minutes'));
    await vi.advanceTimersByTimeAsync(120_000);
    await ended;
    reject(new Error('later'));
  });
});
