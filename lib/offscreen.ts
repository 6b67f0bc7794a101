import { browser } from './browser';

/** The page that nobody sees, within the extension. */
const page = '/offscreen.html';

let users = 0;
/** One for all who ask while it opens: Chrome tells of a document that cannot answer yet, and makes no second one. */
let opening: Promise<void> | undefined;

/**
 * Does something that needs the hidden page, which is there meanwhile: a page within the background's in Firefox, where that
 * is one; else Chrome's offscreen document, of which there is one at most.
 * @throws Error where the browser does not allow it.
 */
export async function withOffscreen<Result>(use: () => Promise<Result>): Promise<Result> {
  users += 1;
  try {
    opening ??= import.meta.env.FIREFOX ? openFrame() : openDocument();
    await opening;
    return await use();
  } finally {
    users -= 1;
    if (users === 0) {
      opening = undefined;
      await (import.meta.env.FIREFOX ? frame?.remove() : close());
    }
  }
}

async function openDocument(): Promise<void> {
  const { offscreen } = browser;
  // One may be left of a worker that was ended.
  if (await offscreen.hasDocument()) return;
  await offscreen.createDocument({
    url: page,
    reasons: ['BLOBS', 'DOM_PARSER'],
    justification:
      'Gives the address of a backup that goes into the downloads folder, and reads what the storage answers that devices are synced by.',
  });
}

function close(): Promise<void> {
  return browser.offscreen.closeDocument();
}

let frame: HTMLIFrameElement | undefined;

async function openFrame(): Promise<void> {
  if (frame?.isConnected) return;
  const opened = document.createElement('iframe');
  frame = opened;
  opened.src = page;
  await new Promise((resolve) => {
    opened.onload = resolve;
    document.body.append(opened);
  });
}
