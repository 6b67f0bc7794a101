import { ask, isFromUs, type Protocol, serve } from '../../lib/messages';
import { onPageOptions, type PageOptions, readPageOptions } from '../../lib/page-options';
import { report } from '../../lib/report';
import { swallowSecondClicks } from '../../lib/second-click';
import type { PageKind } from '../../sites/site';
import type { Near } from '../controls/near';
import type { Life } from './ending';
import { Impressions } from './impressions';
import { lent } from './lend';
import { Page } from './page';
import { sharePage } from './shared-page';
import { watchPage } from './watch';

/**
 * Starts the content script of a site: all that it does beside reading.
 * @param readers How the site's pages are read. A script carries those of its own site alone.
 * @param near See `Page`.
 */
export async function startPage(
  context: Life,
  readers: readonly PageKind[],
  near?: (onNear: () => void) => Near,
): Promise<void> {
  const { signal } = context;
  const page = new Page(document, readers, signal, near);
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
}
