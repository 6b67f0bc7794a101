/** How thoroughly properties are tried: enough to find things, quick enough for every run. */
export const quick = { numRuns: 400 };
