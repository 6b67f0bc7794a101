import type { Page } from 'puppeteer-core';
import { waitUntil } from './wait';

/** Does something that makes the page give the reader a file, and gives its bytes, caught on their way to the disk. */
export async function caughtFile(page: Page, work: () => Promise<unknown>): Promise<Buffer> {
  await page.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob)
        void blob.arrayBuffer().then((buffer) => {
          document.documentElement.dataset.downloaded = new Uint8Array(buffer).join();
        });
      return create(blob);
    };
  });
  await work();
  const file = await waitUntil(
    () => page.evaluate(() => document.documentElement.dataset.downloaded),
    { what: 'the file' },
  );
  return Buffer.from(file.split(',').map(Number));
}
