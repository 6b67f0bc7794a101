import { browser } from './browser';

/** The path of the page that takes files of other programs. */
export const importPath = '/import.html';

/**
 * The address of the page that takes files of other programs.
 * @param handover Where files wait that were given elsewhere; see pages/shared/files/handover.ts.
 */
export function importAddress(handover?: string): string {
  const url = new URL(importPath, browser.runtime.getURL('/'));
  if (handover !== undefined) url.searchParams.set('from', handover);
  return url.href;
}
