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

  /** What a tab says it has. */
  async count(tab: string): Promise<string | undefined> {
    const labels = await this.page.$$eval('[role="tab"]', (tabs) =>
      tabs.map((node) => [node.id, node.querySelector('[aria-hidden]')?.textContent.trim()]),
    );
    return labels.find(([id]) => id === `tab-${tab.toLowerCase()}`)?.[1];
  }

  /** Whether anything is wider than the popup. */
  sticksOut(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
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

  /** Copies the morning digest and gives the text, caught on its way to the clipboard. */
  async copies(): Promise<string> {
    await this.page.evaluate(() => {
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: async (text: string) => {
          document.documentElement.dataset.copied = text;
        },
      });
    });
    await this.popup.press('Copy as Markdown');
    await this.says('Copied 5 papers');
    return this.#caught('copied');
  }

  /** Saves the morning digest as a feed and gives its text, caught on its way to the disk. */
  async savesFeed(): Promise<string> {
    await this.page.evaluate(() => {
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob)
          void blob.text().then((text) => {
            document.documentElement.dataset.feed = text;
          });
        return create(blob);
      };
    });
    await this.popup.press('Save as Atom');
    return this.#caught('feed');
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

  #caught(name: string): Promise<string> {
    return waitUntil(
      () => this.page.evaluate((key) => document.documentElement.dataset[key], name),
      { what: `what was ${name}` },
    );
  }
}
