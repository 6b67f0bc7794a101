import type { Page } from 'puppeteer-core';
import type { PaperId } from '../../../papers/paper';
import type { Session } from '../harness/session';
import type { Site } from '../harness/site';
import { waitUntil } from '../harness/wait';

/** How arXiv lays out its lists, as far as it matters to what stands on their entries. */
const style = `
body { margin: 0; font: 14px/1.45 "Lucida Grande", Helvetica, Arial, sans-serif; }
main { margin-block-end: 240px; /* arXiv's footer */ }
header { background: #b31b1b; padding: 8px 16px; } header a { color: #fff; }
#content { margin: 16px; } h1 { font-size: 1.4em; } h3 { font-size: 1.1em; }
dl { margin: 0; } dt { margin-top: 12px; font-weight: bold; } dt a { font-weight: normal; }
dd { margin: 4px 0 12px 48px; line-height: 1.4; }
.list-title { font-size: 1.15em; font-weight: bold; } .descriptor { font-weight: bold; }
.list-title .descriptor { display: none; } .list-comments, .list-subjects { font-size: .85em; }
@media (max-width: 600px) { dd { margin-inline-start: 8px; } }
`;

/** A list of arXiv with Offprint's controls on its entries. */
export class ListingPage {
  constructor(readonly page: Page) {}

  /** Serves a page of arXiv's, opens it and waits for its controls. */
  static async serve(
    site: Site,
    session: Session,
    page: { readonly address: string; readonly html: string; readonly count: number },
    size?: { readonly width: number; readonly height: number },
  ): Promise<ListingPage> {
    const { address, html, count } = page;
    const url = new URL(address);
    const styled = html.replace('</head>', `<style>${style}</style></head>`);
    site.page(url.hostname, url.pathname, styled);
    const listing = new ListingPage(await session.open(address, size));
    await listing.isMarked(count);
    return listing;
  }

  /** Waits until so many entries say how their paper stands. */
  async isMarked(count: number): Promise<void> {
    const marked = () => this.page.$$eval('offprint-card[data-state]', ({ length }) => length);
    await waitUntil(async () => (await marked()) === count, { what: `${count} controls` });
  }

  /** Waits until the control of a paper says so. */
  async shows(id: PaperId, state: string): Promise<void> {
    await waitUntil(() => this.page.$(`offprint-card[data-paper="${id}"][data-state="${state}"]`), {
      what: `${id} to be shown as ${state}`,
    });
  }

  /** The paper whose control has the focus. */
  focused(): Promise<string | undefined> {
    return this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.paper);
  }
}
