/** Paths of the browsers that tests and demo drive; `undefined` where none was found. */
export function findBrowsers(): {
  chromium: string | undefined;
  firefox: string | undefined;
};
