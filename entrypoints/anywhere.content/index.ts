import '../../content/controls/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { untilWithdrawn } from '../../content/page/ending';
import { Page } from '../../content/page/page';
import { sharedPage } from '../../content/page/shared-page';
import { startPage } from '../../content/page/start';
import { ask } from '../../lib/messages';
import { report } from '../../lib/report';
import { generalKinds } from '../../sites/general/kinds';

const onError = (error: unknown) => report('page', error);

/** Reads the page of this script once more. */
function readAgain(): void {
  const page = sharedPage();
  if (page instanceof Page) void page.read().catch(onError);
}

// In no manifest: background/permissions/ registers it for the sites that the reader lets Offprint on to.
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  async main(context) {
    const own = untilWithdrawn(context, onError);
    const { signal } = own;
    const kinds = generalKinds({
      document,
      now: () => performance.now(),
      again: (after) => {
        const timer = setTimeout(readAgain, after);
        signal.addEventListener('abort', () => clearTimeout(timer));
      },
      // The icon tells by the page's word, which an address that has gone on does not wait for.
      turned: () => void ask('here', {}).catch(onError),
    });
    const page = startPage(own, kinds);
    // After the page's own end: where Offprint is taken away nothing of it stays.
    signal.addEventListener('abort', () =>
      document.documentElement.removeAttribute('data-offprint-plain'),
    );
    // On a page that was there before it was granted nothing else begins.
    if (document.readyState !== 'loading') readAgain();
    await page;
  },
});
