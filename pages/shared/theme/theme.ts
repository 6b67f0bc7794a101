import type { Options } from '../../../lib/options';

type Theme = Options['theme'];

/** Where the theme is mirrored: `storage.local` cannot be read before the first paint. */
const mirrorKey = 'theme';

/** Puts a theme on the page; `auto` leaves it to the system. */
export function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** The theme as mirrored last; the truth is in the options. */
export function mirroredTheme(): Theme {
  try {
    const stored = localStorage.getItem(mirrorKey);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    // Storage is blocked: the page follows the system until the options are read.
    return 'auto';
  }
}

/** Mirrors the theme for the next first paint. */
export function mirrorTheme(theme: Theme): void {
  try {
    localStorage.setItem(mirrorKey, theme);
  } catch {
    // Storage is blocked: the next page follows the system until the options are read.
  }
}
