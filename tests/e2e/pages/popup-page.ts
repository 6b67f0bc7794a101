import type { ElementHandle, Page } from 'puppeteer-core';
import { click } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';

const selectors = {
  tab: '[role="tab"]',
  item: '[data-paper]',
  search: 'input[type="search"]',
  open: '[aria-expanded="false"]',
  title: '[data-action="open"]',
  filter: 'button[aria-pressed]',
  tagInput: 'input[name="tag"]',
  tag: '[data-tag]',
  note: 'textarea',
};

type Status = 'unread' | 'reading' | 'read';

/** The popup, opened in a tab of its size. */
export class PopupPage {
  constructor(readonly page: Page) {}

  /** Opens the popup and waits until it is drawn. */
  static async open(session: Session): Promise<PopupPage> {
    const page = await session.openExtensionPage('popup.html');
    await waitUntil(() => page.$(selectors.tab), { what: 'the popup to be drawn' });
    return new PopupPage(page);
  }

  /** Goes to the tab with the name, for example `Saved`. */
  async goTo(tab: string): Promise<void> {
    const handle = await this.#named(selectors.tab, tab);
    await click(this.page, handle);
  }

  /** The titles listed now, in order. */
  titles(): Promise<string[]> {
    return this.page.$$eval(selectors.item, (items) =>
      items.map((item) => (item.querySelector('a, h2, h3') ?? item).textContent?.trim() ?? ''),
    );
  }

  /** Counts the clicks from now on. @returns How many there were. */
  async countClicks(): Promise<() => Promise<number>> {
    await this.page.evaluate(() => {
      const { dataset } = document.documentElement;
      dataset.clicks = '0';
      const count = ({ isTrusted }: Event) => {
        if (isTrusted) dataset.clicks = String(Number(dataset.clicks) + 1);
      };
      addEventListener('click', count, true);
    });
    return () => this.page.evaluate(() => Number(document.documentElement.dataset.clicks));
  }

  /** Waits until exactly this many papers are listed. */
  async lists(count: number): Promise<void> {
    await waitUntil(async () => (await this.page.$$(selectors.item)).length === count, {
      what: `${count} papers in the popup`,
    });
  }

  /** Waits until this paper alone is listed. */
  async listsOnly(title: string): Promise<void> {
    await waitUntil(async () => (await this.titles()).join() === title, {
      what: `“${title}” alone in the popup`,
    });
  }

  /** Types into the search box in place of what was there. */
  async search(words: string): Promise<void> {
    await click(this.page, selectors.search);
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('a');
    await this.page.keyboard.up('Control');
    await this.page.keyboard.press('Backspace');
    await this.page.keyboard.type(words);
  }

  /** Waits until a search has marked exactly these words in the listed papers. */
  async marks(words: readonly string[]): Promise<void> {
    const marked = () =>
      this.page.$$eval(`${selectors.item} mark`, (marks) =>
        marks.map((mark) => mark.textContent ?? ''),
      );
    await waitUntil(async () => (await marked()).join() === words.join(), {
      what: `“${words.join(' ')}” to be marked`,
    });
  }

  /** Presses the filter with the name, on or off. */
  async filter(name: string): Promise<void> {
    await click(this.page, await this.#named(selectors.filter, name));
  }

  /** Presses the button with the name. */
  async press(name: string): Promise<void> {
    await click(this.page, await this.#named('button', name));
  }

  /** Goes on in the library, in a tab of its own. */
  async openLibrary(): Promise<void> {
    await click(this.page, await this.#named('header a', 'Library'));
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    await this.press('Undo');
  }

  /** Everything that can be read in the popup. */
  words(): Promise<string> {
    return this.page.evaluate(() => document.body.textContent.replace(/\s+/g, ' '));
  }

  /** Waits until the popup says something. */
  async says(words: string): Promise<void> {
    await waitUntil(async () => (await this.words()).includes(words), {
      what: `the popup to say “${words}”`,
    });
  }

  /** Opens a closed paper, or closes an open one. */
  async toggle(title: string): Promise<void> {
    const item = await this.#named(selectors.item, title);
    const opener = await item.$(selectors.title);
    if (opener) await click(this.page, opener);
  }

  /** Types into a field of a paper, opening the paper where it is closed. */
  async type(title: string, field: 'tag' | 'note', words: string): Promise<void> {
    const selector = field === 'tag' ? selectors.tagInput : selectors.note;
    await click(this.page, await this.#inPaper(title, selector));
    await this.page.keyboard.type(words);
  }

  /** Writes into the open note at once, without waiting for the window to come to the front. */
  async writes(words: string): Promise<void> {
    await this.page.evaluate((text) => {
      const area = document.querySelector('textarea');
      if (!area) throw new Error('No note is open');
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, words);
  }

  /** Waits until an opened paper has exactly these tags. */
  async hasTags(title: string, tags: readonly string[]): Promise<void> {
    const shown = () => this.#attributes(title, selectors.tag, 'data-tag');
    await waitUntil(async () => (await shown()).join() === tags.join(), {
      what: `“${title}” to have the tags ${tags.join()}`,
    });
  }

  /** Removes a paper from the list. */
  async remove(title: string): Promise<void> {
    await click(this.page, await this.#inPaper(title, '[data-action="remove"]'));
  }

  /** Saves or dismisses an undecided paper. */
  async decide(id: string, action: 'save' | 'dismiss'): Promise<void> {
    await click(this.page, `[data-paper="${id}"] [data-action="${action}"]`);
  }

  /** Adds a tag to a paper. */
  async addTag(title: string, tag: string): Promise<void> {
    const input = await this.#inPaper(title, selectors.tagInput);
    await click(this.page, input);
    await this.page.keyboard.type(tag);
    await this.page.keyboard.press('Enter');
    const shown = async () =>
      (await this.#texts(title, selectors.tag)).some((text) => text.includes(tag));
    await waitUntil(shown, { what: `the tag “${tag}” to be shown` });
  }

  /** Whether all of the field of a paper's note can be seen, so that nobody has to scroll for it. */
  async hasNoteInSight(title: string): Promise<boolean> {
    const field = await this.#inPaper(title, selectors.note);
    return field.evaluate((node) => {
      const { top, bottom } = node.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  }

  /** Writes a paper's note and leaves the field, which keeps it. */
  async writeNote(title: string, note: string): Promise<void> {
    const field = await this.#inPaper(title, selectors.note);
    await click(this.page, field);
    await this.page.keyboard.type(note);
    await this.page.keyboard.press('Tab');
  }

  /** Waits until the field of a paper's note holds this. */
  async hasNote(title: string, note: string): Promise<void> {
    const shown = async () => {
      const field = await this.#inPaper(title, selectors.note);
      return field.evaluate((node) => node instanceof HTMLTextAreaElement && node.value);
    };
    await waitUntil(async () => (await shown()) === note, { what: `the note “${note}”` });
  }

  /** Sets how far the reader is with a paper. */
  async setStatus(title: string, status: Status): Promise<void> {
    const selector = `[data-action="${status}"]`;
    await click(this.page, await this.#inPaper(title, selector));
  }

  async #named(selector: string, name: string): Promise<ElementHandle<Element>> {
    return waitUntil(
      async () => {
        for (const handle of await this.page.$$(selector)) {
          const text = await handle.evaluate(
            (node) => `${node.getAttribute('aria-label') ?? ''} ${node.textContent ?? ''}`,
          );
          if (text.includes(name)) return handle;
        }
        return undefined;
      },
      { what: `${selector} named “${name}”` },
    );
  }

  /** A part of one paper's item; opens the item where the part is not there yet. */
  async #inPaper(title: string, selector: string): Promise<ElementHandle<Element>> {
    const item = await this.#named(selectors.item, title);
    const part = await item.$(selector);
    if (part) return part;
    const opener = await item.$(selectors.open);
    if (opener) await click(this.page, opener);
    return waitUntil(async () => (await this.#named(selectors.item, title)).$(selector), {
      what: `${selector} of “${title}”`,
    });
  }

  async #attributes(title: string, selector: string, name: string): Promise<string[]> {
    const item = await this.#named(selectors.item, title);
    return item.$$eval(
      selector,
      (nodes, attribute) => nodes.map((node) => node.getAttribute(attribute) ?? ''),
      name,
    );
  }

  async #texts(title: string, selector: string): Promise<string[]> {
    const item = await this.#named(selectors.item, title);
    return item.$$eval(selector, (nodes) => nodes.map((node) => node.textContent ?? ''));
  }
}
