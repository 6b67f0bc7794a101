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
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  async main(context) {
    const { signal } = context;
    const page = new Page(document, signal);
    const onError = (error: unknown) => {
      if (context.isValid) report('page', error);
    };
    const run = (work: Promise<unknown>) => void work.catch(onError);

    serve({ page: async () => page.report(), savePage: () => page.savePaper() }, onError, signal);
    onChange(() => run(page.refresh()), signal);
    onOptions((options) => page.setOptions(options), signal);
    page.setOptions(await readOptions());
    run(page.read());
    watchPage(document, page.cards, {
      onPage: () => run(page.read()),
      onHydrated: () => page.cards.settle(),
      onReturn: () => run(page.refresh()),
      signal,
    });
  },
});
