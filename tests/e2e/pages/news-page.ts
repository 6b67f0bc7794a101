import type { Page } from 'puppeteer-core';
import { click, find } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';
import { PopupPage } from './popup-page';

/** The list of new papers in the popup, with what stands over it. */
export class NewsPage {
  private constructor(
    readonly page: Page,
    private readonly popup: PopupPage,
  ) {}

  /** Opens the popup and goes to the new papers. */
  static async open(session: Session): Promise<NewsPage> {
    const popup = await PopupPage.open(session);
    await popup.goTo('New');
    await find(popup.page, '.news');
    return new NewsPage(popup.page, popup);
  }

  /** Waits until the popup says something. */
  says(words: string): Promise<void> {
    return this.popup.says(words);
  }

  /** Where the main button leads. */
  deckAddress(): Promise<string> {
    return this.page.$eval('.news a.main', (link) => (link as HTMLAnchorElement).href);
  }

  /** The ids of the papers in the morning digest, in order. */
  digest(): Promise<string[]> {
    return this.page.$$eval('[data-digest]', (lines) =>
      lines.map((line) => line.getAttribute('data-digest') ?? ''),
    );
  }

  /** Saves a paper from the morning digest. */
  keepFromDigest(id: string): Promise<void> {
    return click(this.page, `[data-digest="${id}"] button`);
  }

  /** Folds the morning digest, and waits until that is kept. */
  async fold(): Promise<void> {
    await click(this.page, '.morning summary');
    await waitUntil(() => this.isFolded(), { what: 'the digest to be folded' });
  }

  /** Whether the morning digest is folded. */
  isFolded(): Promise<boolean> {
    return this.page.$eval('.morning', (node) => !(node as HTMLDetailsElement).open);
  }
}
