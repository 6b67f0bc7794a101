import type { Page } from 'puppeteer-core';
import { click, find, textOf } from '../harness/page';
import { waitUntil } from '../harness/wait';

const inBar = (selector: string) => `offprint-bar >>> ${selector}`;

interface Place {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** The page bar of a digest page. */
export class PageBar {
  constructor(private readonly page: Page) {}

  /** Waits until the bar says so about the papers of the page. */
  async says(words: string): Promise<void> {
    await this.#shows('.summary', words);
  }

  /** Waits until the bar says that so many papers of the page are new. */
  async countsNew(count: number): Promise<void> {
    let last = '';
    await waitUntil(
      async () => {
        last = await textOf(this.page, inBar('.summary'));
        return Number(/^(\d+) new/.exec(last)?.[1] ?? 0) === count && !/papers?$/.test(last);
      },
      { what: `${count} new on the bar` },
    ).catch((error: Error) => {
      throw new Error(`${error.message}; it says “${last}”`);
    });
  }

  /** Waits until a line above the bar says so. */
  async tells(
    line: 'seen' | 'muted' | 'replaced' | 'notice' | 'offer',
    words: string,
  ): Promise<void> {
    await this.#shows(`[data-line="${line}"]`, words);
  }

  /** Presses one of the bar's buttons. */
  async press(action: string): Promise<void> {
    await click(this.page, inBar(`[data-action="${action}"]`));
  }

  /** Presses a button of the bar's menu, which it opens. */
  async choose(action: string): Promise<void> {
    await this.press('more');
    await this.hasSheet('More on this page');
    await this.press(action);
  }

  /** Waits until what is next is called so. */
  async offers(action: string, words: string): Promise<void> {
    await this.#shows(`.main[data-action="${action}"]`, words);
  }

  /** Where the bar's main button and the control of a paper stand, in pixels. */
  places(id: string): Promise<{ main: Place; control: Place }> {
    return this.page.evaluate((paper) => {
      const placeOf = (host: string, inside: string): Place => {
        const root = document.querySelector(host)?.shadowRoot;
        const {
          x = 0,
          width = 0,
          height = 0,
        } = root?.querySelector(inside)?.getBoundingClientRect() ?? {};
        return { x: Math.round(x), width: Math.round(width), height: Math.round(height) };
      };
      return {
        main: placeOf('offprint-bar', '.main'),
        control: placeOf(`offprint-card[data-paper="${paper}"]`, '[role="group"]'),
      };
    }, id);
  }

  /** The cards that the bar lies over where the page has been scrolled to its end. */
  coversAtTheEnd(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      let before = -1;
      while (scrollY !== before) {
        before = scrollY;
        scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
        await frame();
      }
      const row = document.querySelector('offprint-bar')?.shadowRoot?.querySelector('.row');
      const top = row?.getBoundingClientRect().top ?? 0;
      return [...document.querySelectorAll('article')]
        .filter((card) => card.getBoundingClientRect().bottom > top)
        .map((card) => card.textContent ?? '');
    });
  }

  /** Presses the first button of a line. */
  async answer(line: 'seen' | 'muted' | 'replaced' | 'notice' | 'offer'): Promise<void> {
    await click(this.page, inBar(`[data-line="${line}"] button`));
  }

  /** Waits until the paper beside the page offers to be followed. */
  async hasFollow(): Promise<void> {
    await find(this.page, inBar('[data-follow]'));
  }

  /** Follows what the open sheet offers, and waits until it says so. */
  async follow(subject: 'organization' | 'author'): Promise<void> {
    const button = `[data-follow="${subject}"]`;
    await click(this.page, inBar(button));
    await this.#shows(button, 'You follow');
  }

  /** Chooses the order of the cards, by keys: what `select()` dispatches is not the reader's. */
  async sortBy(order: 'site' | 'new' | 'forYou'): Promise<void> {
    await this.press('more');
    const choice = await find(this.page, inBar('select'));
    await choice.press(({ site: 'ArrowUp', new: 'ArrowDown', forYou: 'End' } as const)[order]);
    await this.press('close');
  }

  /** Waits until something is open above the bar, or nothing. */
  async hasSheet(name: string | undefined): Promise<void> {
    await this.#isOpen('[role="dialog"]', name);
  }

  /** Waits until a paper is open beside the page, or none. */
  async reads(title: string | undefined): Promise<void> {
    await this.#isOpen('.column', title && `Reading “${title}”`);
  }

  /** What the paper beside the page says. */
  columnText(): Promise<string> {
    return textOf(this.page, inBar('.column'));
  }

  /** Waits until the field of the column for it has the focus. */
  async writes(field: 'tag-field' | 'note'): Promise<void> {
    const isFocused = (name: string) =>
      document.activeElement?.shadowRoot?.activeElement?.classList.contains(name) ?? false;
    await waitUntil(() => this.page.evaluate(isFocused, field), {
      what: `the focus in the ${field}`,
    });
  }

  async #isOpen(selector: string, name: string | undefined): Promise<void> {
    const nameOf = async () => {
      const opened = await this.page.$(inBar(selector));
      return opened?.evaluate((element) => element.getAttribute('aria-label') ?? '');
    };
    await waitUntil(async () => (await nameOf()) === name, { what: `${selector} ${name}` });
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
