import { describe, expect, it } from 'vitest';
import { clip, countIn, dayIn, httpUrl, tidy } from '../../sites/text';

describe('texts from a page', () => {
  it('are cut, and absent rather than empty', () => {
    expect(tidy('  a\n b ', 200)).toBe('a b');
    expect(tidy('abc', 2)).toBe('ab');
    expect(clip(' a\nb ', 200)).toBe(' a\nb ');
    for (const value of ['', ' \n', undefined, null, 7, {}]) {
      expect(tidy(value, 9)).toBeUndefined();
      expect(clip(value, 9)).toBeUndefined();
    }
  });

  it.each([
    ['-', 0],
    ['0', 0],
    ['84', 84],
    ['1,204', 1204],
    ['1.36k', 1360],
    ['26k', 26_000],
    ['1.2M', 1_200_000],
    ['', undefined],
    ['GPT-4', undefined],
    ['12 authors', undefined],
  ])('count %j as %j', (text, count) => {
    expect(countIn(text)).toBe(count);
  });

  it.each([
    ['https://github.com/a/b', 'https://github.com/a/b'],
    [' http://a.example ', 'http://a.example'],
    ['/avatars/a.svg', 'https://huggingface.co/avatars/a.svg'],
    ['//a.example/x', 'https://a.example/x'],
    ['javascript:alert(1)', undefined],
    [' java\nscript:alert(1)', undefined],
    ['JAVASCRIPT:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['blob:https://huggingface.co/x', undefined],
    ['https://', undefined],
    [`https://a.example/${'x'.repeat(3000)}`, undefined],
    [7, undefined],
  ])('take %j for the address %j', (value, address) => {
    expect(httpUrl(value, new URL('https://huggingface.co/papers'))).toBe(address);
  });

  it.each([
    ['Nov 24', '2025-11-24T00:00:00Z', '2025-11-24'],
    ['Nov 25', '2025-11-24T23:59:59Z', '2024-11-25'],
    ['Dec 31', '2026-01-01T00:00:00Z', '2025-12-31'],
    ['Jan 1', '2026-01-01T00:00:00Z', '2026-01-01'],
    ['Feb 29', '2026-03-01T00:00:00Z', '2024-02-29'],
    ['Feb 29', '1904-02-28T00:00:00Z', '1896-02-29'],
    ['Oct 15, 2024', '2025-11-24T00:00:00Z', '2024-10-15'],
    ['October 15, 2024', '2025-11-24T00:00:00Z', '2024-10-15'],
    ['Sept 3', '2025-11-24T00:00:00Z', '2025-09-03'],
    ['Oct 15, 2027', '2025-11-24T00:00:00Z', '2027-10-15'],
    ['Feb 30, 2024', '2025-11-24T00:00:00Z', undefined],
    ['Feb 30', '2025-11-24T00:00:00Z', undefined],
    ['Anf 3', '2025-11-24T00:00:00Z', undefined],
    ['Page 3', '2025-11-24T00:00:00Z', undefined],
    ['', '2025-11-24T00:00:00Z', undefined],
  ])('take %j, seen at %s, for %j', (text, now, day) => {
    expect(dayIn(text, new Date(now))).toBe(day);
  });
});
