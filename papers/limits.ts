/**
 * How long texts and lists are at most that come from a page, where everything is a stranger's input. What
 * was stored once is as long as it is, wherever it goes.
 */
export const limits = {
  title: 1000,
  abstract: 20_000,
  names: 2000,
  name: 200,
  keywords: 100,
  address: 2048,
} as const;
