import { browser } from './browser';

/** What the library page is asked to show. */
export interface LibraryRequest {
  /** A search, in the language of papers/query. */
  readonly q?: string;
  /** The paper to open. */
  readonly paper?: string;
  /** A view in place of a list of papers. */
  readonly view?: 'rules';
}

/** The path of the library page within the extension. */
export const libraryPath = '/library.html';

/** The address of the library page. */
export function libraryAddress(request: LibraryRequest = {}): string {
  const url = new URL(libraryPath, browser.runtime.getURL('/'));
  for (const [name, value] of Object.entries(request)) url.searchParams.set(name, value);
  return url.href;
}
