import '../../content/controls/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Page } from '../../content/page/page';
import { sharedPage } from '../../content/page/shared-page';
import { startPage } from '../../content/page/start';
import { permissionFor } from '../../lib/granted';
import { isFromUs, type Protocol, serve } from '../../lib/messages';
import { report } from '../../lib/report';
import { generalKinds } from '../../sites/general/kinds';

const onError = (error: unknown) => report('page', error);

/** Reads the page of this script once more. */
function readAgain(): void {
  const page = sharedPage();
  if (page instanceof Page) void page.read().catch(onError);
}

// In no manifest: background/granted/ registers it for the sites that the reader lets Offprint on to.
export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  async main(context) {
    const ending = new AbortController();
    const { signal } = ending;
    context.signal.addEventListener('abort', () => ending.abort());
    const kinds = generalKinds({
      document,
      now: () => performance.now(),
      again: (after) => {
        const timer = setTimeout(readAgain, after);
        signal.addEventListener('abort', () => clearTimeout(timer));
      },
    });
    serve(
      {
        withdrawn: async (request) => {
          const { origins } = request as Protocol['withdrawn']['request'];
          if (origins.includes(permissionFor(location))) ending.abort();
          return null;
        },
      },
      isFromUs,
      onError,
      signal,
    );
    const own = {
      signal,
      get isValid() {
        return context.isValid && !signal.aborted;
      },
    };
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
