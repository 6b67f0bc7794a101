import type { ElementHandle, Page } from 'puppeteer-core';
import { bringToFront, click, find, reload, textOf } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';
import { type Row, readRows } from './library-rows';

const search = '.search input';

/** Where the cursor is, and whether the keyboard's focus is there too. */
export interface Cursor {
  readonly id: string;
  readonly place: string;
  readonly hasFocus: boolean;
}

/** The library, opened in a tab. */
export class LibraryPage {
  constructor(readonly page: Page) {}

  /** Opens the library, at an address of its own where one is given: `?q=is%3Aread`. */
  static async open(session: Session, address = ''): Promise<LibraryPage> {
    const page = await session.openExtensionPage(`library.html${address}`);
    await bringToFront(page);
    const library = new LibraryPage(page);
    await find(page, '.library');
    return library;
  }

  rows(): Promise<Row[]> {
    return this.page.evaluate(readRows);
  }

  /** Waits until the toolbar says how many were found: `1,000 papers`, `12 of 1,000 papers`. */
  async counts(words: string): Promise<void> {
    await this.#waits(() => textOf(this.page, '.toolbar p'), words, 'the count');
  }

  /** Waits until a paper heads the list. */
  async startsWith(title: string): Promise<void> {
    await this.#waits(async () => (await this.rows())[0]?.title ?? '', title, 'the first title');
  }

  /** Types into the search box in place of what was there. */
  async search(words: string): Promise<void> {
    await click(this.page, search);
    await this.page.$eval(search, (node) => (node as HTMLInputElement).select());
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(words);
  }

  /** What stands in the search box. */
  query(): Promise<string> {
    return this.page.$eval(search, (node) => (node as HTMLInputElement).value);
  }

  /** Presses keys one after the other; `Shift+X` and `Control+z` as one. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      const parts = key.split('+');
      const last = parts.pop() as Parameters<Page['keyboard']['press']>[0];
      for (const held of parts) await this.page.keyboard.down(held as typeof last);
      await this.page.keyboard.press(last);
      for (const held of parts.reverse()) await this.page.keyboard.up(held as typeof last);
    }
  }

  /** Selects all that is listed and waits until the bar says so. */
  async selectAll(count: string): Promise<void> {
    await this.press('Control+a');
    await this.says(`${count} papers selected`, '.bulk');
  }

  /** Does something to what is selected: `read`, `tag`, `star`. */
  bulk(action: string): Promise<void> {
    return click(this.page, `[data-bulk="${action}"]`);
  }

  /** Where the cursor is. */
  cursor(): Promise<Cursor | undefined> {
    return this.page.evaluate(() => {
      const item = document.querySelector<HTMLElement>('.rows > li:has(.current)');
      if (!item) return undefined;
      return {
        id: item.dataset.paper ?? '',
        place: [item.ariaPosInSet, item.ariaSetSize]
          .map(Number)
          .map((at) => at.toLocaleString('en'))
          .join(' of '),
        hasFocus: item.contains(document.activeElement),
      };
    });
  }

  /** Waits until the cursor, and the focus with it, is at a place: `7 of 1,000`. */
  async isAt(place: string): Promise<Cursor> {
    const there = async () => {
      const cursor = await this.cursor();
      return cursor?.place === place && cursor.hasFocus ? cursor : undefined;
    };
    return waitUntil(there, { what: `the cursor at ${place}` }).catch(async (error: Error) => {
      const at = [await this.cursor(), await this.focus()];
      throw new Error(`${error.message}; it is at ${JSON.stringify(at)}`);
    });
  }

  /** What has the keyboard's focus, as its start tag. */
  focus(): Promise<string> {
    return this.page.evaluate(
      () => document.activeElement?.outerHTML.match(/^<[^>]*>/)?.[0] ?? 'nothing',
    );
  }

  /** Waits until the focus is on an element. */
  async focuses(selector: string): Promise<void> {
    await waitUntil(
      () => this.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector),
      { what: `the focus on ${selector}` },
    );
  }

  /** Presses a button, link or entry by what it says, within an element. */
  async choose(name: string, within = 'body'): Promise<void> {
    await click(this.page, await this.named(`${within} :is(button, a, summary, label)`, name));
  }

  /** The element that says just this, or bears it as its label. */
  named(selector: string, name: string): Promise<ElementHandle<Element>> {
    const find = async () => {
      const handle = await this.page.evaluateHandle(
        (among, words) => {
          const wordsOf = (node: Element) => {
            const shown = [...node.querySelectorAll('bdi')].at(0) ?? node;
            return [node.getAttribute('aria-label'), node.textContent.trim(), shown.textContent];
          };
          return [...document.querySelectorAll(among)].find((node) =>
            wordsOf(node).includes(words),
          );
        },
        selector,
        name,
      );
      return handle.asElement() as ElementHandle<Element> | null;
    };
    return waitUntil(find, { what: `${selector} named “${name}”` });
  }

  /** Goes to a list or view of the sidebar. */
  async goTo(name: string): Promise<void> {
    await click(this.page, await this.named('.side a.entry', name));
  }

  /** Everything that can be read, white space collapsed. */
  words(selector = 'body'): Promise<string> {
    return textOf(this.page, selector);
  }

  /** Waits until the page says something. */
  async says(words: string, selector = 'body'): Promise<void> {
    const isSaid = () =>
      this.page.$eval(
        selector,
        (node, wanted) => node.textContent.replace(/\s+/g, ' ').includes(wanted),
        words,
      );
    await waitUntil(isSaid, { what: `${selector} to say “${words}”` }).catch(
      async (error: Error) => {
        throw new Error(`${error.message}; it says ${(await this.words(selector)).slice(-900)}`);
      },
    );
  }

  /** Waits until an element is gone. */
  async lacks(selector: string): Promise<void> {
    await waitUntil(async () => !(await this.page.$(selector)), { what: `no ${selector}` });
  }

  /** The address behind `library.html`. */
  address(): Promise<string> {
    return this.page.evaluate(() => decodeURIComponent(location.search.replaceAll('+', ' ')));
  }

  /** Loads the page anew. */
  reload(): Promise<void> {
    return reload(this.page);
  }

  async #waits(ask: () => Promise<string>, wanted: string, what: string): Promise<void> {
    let last = '';
    const isSo = async () => {
      last = await ask();
      return last === wanted;
    };
    await waitUntil(isSo, { what: `${what} “${wanted}”` }).catch((error: Error) => {
      throw new Error(`${error.message}; it is “${last}”`);
    });
  }
}
