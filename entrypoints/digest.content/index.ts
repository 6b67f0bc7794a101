import '../../content/controls/page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { Impressions } from '../../content/page/impressions';
import { lent } from '../../content/page/lend';
import { Page } from '../../content/page/page';
import { sharePage } from '../../content/page/shared-page';
import { watchPage } from '../../content/page/watch';
import { ask, isFromUs, type Protocol, serve } from '../../lib/messages';
import { onPageOptions, type PageOptions, readPageOptions } from '../../lib/page-options';
import { report } from '../../lib/report';
import { swallowSecondClicks } from '../../lib/second-click';
import { contentMatches } from '../../sites/registry';

export default defineContentScript({
  matches: contentMatches,
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  async main(context) {
    const { signal } = context;
    const page = new Page(document, signal);
    page.begin();
    // The page bar is another script's.
    swallowSecondClicks('offprint-card, offprint-bar');
    const onError = (error: unknown) => {
      if (context.isValid) report('page', error);
    };
    const run = (work: Promise<unknown>) => void work.catch(onError);
    const impressions = new Impressions(
      document,
      {
        onImpressions: (visitAt, ids) => run(ask('impressions', { visitAt, ids })),
        onLeave: (visitAt) => run(ask('leave', { visitAt })),
      },
      signal,
    );

    // From the first element on: what the page's own program does to its markup is seen only then.
    watchPage(document, page.cards, {
      onPage: () => run(page.read()),
      onHydrated: (part) => page.cards.settle(part),
      onLeave: () => impressions.leave(),
      onReturn: () => run(page.renew()),
      signal,
    });
    sharePage(page, lent, signal);
    page.onView((view) => impressions.watch(view), signal);
    serve(
      {
        page: async () => page.report(),
        savePage: () => page.savePaper(),
        changed: async (standing) => {
          page.learn(standing as Protocol['changed']['request']);
          return null;
        },
      },
      isFromUs,
      onError,
      signal,
    );
    const apply = (options: PageOptions) => {
      page.setOptions(options);
      impressions.setSeenWhen(options.seenWhen);
    };
    onPageOptions(apply, signal);
    apply(await readPageOptions());
  },
});
