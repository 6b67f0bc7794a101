import { defineContentScript } from 'wxt/utils/define-content-script';
import { browser } from '../../lib/browser';
import { contentMatches } from '../../sites/hosts';
import { matchesOf } from '../../sites/matches';

/** Pages of a paper that no reader of ours runs on: the address says all. */
const pdfs = matchesOf(['https://arxiv.org'], ['/pdf/']);

// Chrome's alone: Firefox tells the background of the pages that it may see. See background/tab/tab-paper.ts.
export default defineContentScript({
  matches: [...contentMatches, ...pdfs],
  exclude: ['firefox'],
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main({ signal }) {
    // Who does not hear it draws the tab when it starts next; the page is not to wait, or to ask again.
    const tell = () =>
      void browser.runtime.sendMessage({ type: 'here', request: {} }).catch(() => {});
    let shown = location.href;
    const move = () => {
      const before = shown.split('#', 1)[0];
      shown = location.href;
      if (shown.split('#', 1)[0] !== before) tell();
    };
    window.navigation?.addEventListener('currententrychange', move, { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && tell(), { signal });
    const isAhead = 'prerendering' in document && document.prerendering === true;
    // A page that is loaded ahead has no tab yet.
    if (isAhead) document.addEventListener('prerenderingchange', tell, { once: true, signal });
    else tell();
  },
});
