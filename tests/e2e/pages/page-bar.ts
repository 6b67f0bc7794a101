import type { Page } from 'puppeteer-core';
import { click, find, textOf } from '../harness/page';
import { waitUntil } from '../harness/wait';

const inBar = (selector: string) => `offprint-bar >>> ${selector}`;

/** The page bar of a digest page. */
export class PageBar {
  constructor(private readonly page: Page) {}

  /** Waits until the bar says so about the papers of the page. */
  async says(words: string): Promise<void> {
    await this.#shows('.summary', words);
  }

  /** Waits until a line above the bar says so. */
  async tells(line: 'seen' | 'muted' | 'notice' | 'offer', words: string): Promise<void> {
    await this.#shows(`[data-line="${line}"]`, words);
  }

  /** Presses one of the bar's buttons. */
  async press(action: string): Promise<void> {
    await click(this.page, inBar(`[data-action="${action}"]`));
  }

  /** Presses the first button of a line. */
  async answer(line: 'seen' | 'muted' | 'notice' | 'offer'): Promise<void> {
    await click(this.page, inBar(`[data-line="${line}"] button`));
  }

  /** Follows what the open sheet offers, and waits until it says so. */
  async follow(subject: 'organization' | 'author'): Promise<void> {
    const button = `[data-follow="${subject}"]`;
    await click(this.page, inBar(button));
    await this.#shows(button, 'You follow');
  }

  /** Chooses the order of the cards, by keys: what `select()` dispatches is not the reader's. */
  async sortBy(order: 'site' | 'new'): Promise<void> {
    const choice = await find(this.page, inBar('select'));
    await choice.press(order === 'new' ? 'ArrowDown' : 'ArrowUp');
  }

  /** Waits until a sheet stands above the bar, or none. */
  async hasSheet(name: string | undefined): Promise<void> {
    const nameOf = async () => {
      const sheet = await this.page.$(inBar('[role="dialog"]'));
      return sheet?.evaluate((element) => element.getAttribute('aria-label') ?? '');
    };
    await waitUntil(async () => (await nameOf()) === name, { what: `the sheet ${name}` });
  }

  /** What the open sheet says. */
  sheetText(): Promise<string> {
    return textOf(this.page, inBar('[role="dialog"]'));
  }

  async #shows(selector: string, words: string): Promise<void> {
    let last = '';
    await waitUntil(
      async () => {
        last = await textOf(this.page, inBar(selector));
        return last.startsWith(words);
      },
      { what: `“${words}” on the bar` },
    ).catch((error: Error) => {
      throw new Error(`${error.message}; it says “${last}”`);
    });
  }
}
