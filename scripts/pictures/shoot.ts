import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../tests/e2e/harness/session';
import { resize, type Size } from '../../tests/e2e/looks/look';

/** What to take of a page as it stands. */
export interface Shot {
  /** Where it goes, without what tells pictures of one view apart: `pictures/deck/end`. */
  readonly path: string;
  /** Absent for the one the page has; one size has no width in its name. */
  readonly sizes?: readonly Size[];
  readonly themes?: readonly ('light' | 'dark')[];
}

/**
 * Takes pictures of a page in every size and theme, and leaves it light.
 * @returns How many.
 */
export async function shoot(session: Session, page: Page, shot: Shot): Promise<number> {
  const { path, sizes = [undefined], themes = ['light', 'dark'] } = shot;
  await mkdir(dirname(path), { recursive: true });
  await page.bringToFront();
  for (const size of sizes) {
    if (size) await resize(page, size);
    for (const theme of themes) {
      await session.setDark(page, theme === 'dark');
      const parts = [path, ...(sizes.length > 1 && size ? [size[0]] : [])];
      const name = [...parts, ...(themes.length > 1 ? [theme] : [])].join('-');
      await page.screenshot({ path: `${name}.png` });
    }
  }
  await session.setDark(page, false);
  return sizes.length * themes.length;
}
