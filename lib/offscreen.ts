import { browser } from './browser';

/** The page that nobody sees, within the extension; Chrome's alone, which has one at most. */
const page = '/offscreen.html';

let users = 0;

/**
 * Does something that needs Chrome's hidden page, which is there meanwhile.
 * @throws Error where the browser does not allow it.
 */
export async function withOffscreen<Result>(use: () => Promise<Result>): Promise<Result> {
  const { offscreen } = browser;
  users += 1;
  try {
    // One may be left of a worker that was ended.
    if (!(await offscreen.hasDocument()))
      await offscreen.createDocument({
        url: page,
        reasons: ['BLOBS', 'DOM_PARSER'],
        justification:
          'Gives the address of a backup that goes into the downloads folder, and reads what the storage answers that devices are synced by.',
      });
    return await use();
  } finally {
    users -= 1;
    if (users === 0) await offscreen.closeDocument();
  }
}
