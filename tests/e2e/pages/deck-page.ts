import type { Page } from 'puppeteer-core';
import { bringToFront, click, find, textOf } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';

/** The deck, opened in a tab. */
export class DeckPage {
  /** How many keys were pressed so far. */
  keys = 0;

  private constructor(readonly page: Page) {}

  /** Opens the deck, with a scope of its own where one is given: `?days=2026-03-27`. */
  static async open(session: Session, scope = ''): Promise<DeckPage> {
    const page = await session.openExtensionPage(`deck.html${scope}`);
    await bringToFront(page);
    await find(page, '.deck :is(.paper-card, .deck-end, .empty)');
    return new DeckPage(page);
  }

  /** The paper on top. */
  current(): Promise<string | undefined> {
    return this.page.evaluate(
      () => document.querySelector<HTMLElement>('.paper-card')?.dataset.paper,
    );
  }

  /** Waits until a paper is on top. */
  async shows(id: string): Promise<void> {
    await waitUntil(async () => (await this.current()) === id, { what: `${id} on top` }).catch(
      async (error: Error) => {
        throw new Error(`${error.message}; on top is ${await this.current()}`);
      },
    );
  }

  /** Presses keys one after the other, as fast as they go. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key as 'x');
      this.keys += 1;
    }
  }

  /** Presses a button by what it does: `dismiss`, `rest`, `go-on`. */
  act(action: string): Promise<void> {
    return click(this.page, `[data-action="${action}"]`);
  }

  /** Chooses a time limit, in minutes. */
  async limit(minutes: number): Promise<void> {
    await this.page.select('.deck-options select', String(minutes));
  }

  /** Everything that can be read, white space collapsed. */
  words(selector = '.deck'): Promise<string> {
    return textOf(this.page, selector);
  }

  /** Waits until the deck says something. */
  async says(words: string, selector = '.deck'): Promise<void> {
    await waitUntil(async () => (await this.words(selector)).includes(words), {
      what: `${selector} to say “${words}”`,
    }).catch(async (error: Error) => {
      throw new Error(`${error.message}; it says ${(await this.words(selector)).slice(0, 900)}`);
    });
  }
}
