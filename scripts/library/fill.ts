import type { Session } from '../../tests/e2e/harness/session';
import { bundle } from './bundle';
import type { LibraryOptions } from './generate';
import type { LibraryWindow } from './in-page';

/**
 * Fills the empty IndexedDB of a running browser through a page of the extension. The rows are made
 * in the page itself, since sending 100,000 papers there takes longer than making them.
 */
export async function fillLibrary(session: Session, options: LibraryOptions): Promise<void> {
  const page = await session.openExtensionPage('icon/16.png');
  await page.evaluate(await bundle('scripts/library/in-page.ts'));
  await page.evaluate((wanted) => {
    (globalThis as unknown as LibraryWindow).offprintLibrary.start(wanted);
  }, options);
  const step = () => (globalThis as unknown as LibraryWindow).offprintLibrary.step();
  while (await page.evaluate(step));
  await page.close();
}
