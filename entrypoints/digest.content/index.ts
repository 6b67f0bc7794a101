import './page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { onChange } from '../../lib/changes';
import { serve } from '../../lib/messages';
import { onOptions, readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { contentMatches } from '../../sites/registry';
import { Page } from './page';
import { watchPage } from './watch';

export default defineContentScript({
  matches: contentMatches,
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  async main(context) {
    const { signal } = context;
    const page = new Page(document, signal);
    const onError = (error: unknown) => {
      if (context.isValid) report('page', error);
    };
    const run = (work: Promise<unknown>) => void work.catch(onError);

    // From the first element on: what the page's own program does to its markup is seen only then.
    watchPage(document, page.cards, {
      onPage: () => run(page.read()),
      onHydrated: (part) => page.cards.settle(part),
      onReturn: () => run(page.refresh()),
      signal,
    });
    serve({ page: async () => page.report(), savePage: () => page.savePaper() }, onError, signal);
    onChange(() => run(page.refresh()), signal);
    onOptions((options) => page.setOptions(options), signal);
    page.setOptions(await readOptions());
  },
});
