import { waitFor } from '@testing-library/dom';
import { beforeEach, expect } from 'vitest';
import type { LibraryService } from '../../pages/library/service';
import { type Row, readRows } from '../e2e/pages/library-rows';
import { completeLibrary } from './long-list';
import { closePages, openLibrary, useFreshPages } from './pages';
import { Reader } from './reader';

const searchBox = '.search input';

/** The keys that take back what was done last. */
export const undo = '{Control>}z{/Control}';

/** Gives every test an empty store and a document in which a library can be opened. */
export function useLibraryPage(): void {
  useFreshPages();
  beforeEach(completeLibrary);
}

/** Where the cursor is, and whether the keyboard's focus is there too. */
interface Cursor {
  readonly id: string;
  readonly place: string;
  readonly hasFocus: boolean;
}

/** The library on the real store, with a reader before it; see tests/e2e/pages/library-page.ts. */
export class LibraryPage extends Reader {
  private constructor(
    page: HTMLElement,
    private readonly service: LibraryService,
  ) {
    super(page);
  }

  /** Opens the library, at an address of its own where one is given: `?q=is%3Aread`. */
  static async open(address = ''): Promise<LibraryPage> {
    const { reader, service } = await openLibrary(address);
    return new LibraryPage(reader.page, service);
  }

  /** Closes the page once it shows what was written, and opens it anew, at its address of the moment. */
  async reload(address = location.search): Promise<LibraryPage> {
    await this.service.settle();
    closePages();
    return LibraryPage.open(address);
  }

  /** The rows in the document, in their order. */
  rows(): Row[] {
    return readRows();
  }

  /** Waits until the toolbar says how many were found: `1,000 papers`, `12 of 1,000 papers`. */
  async counts(words: string): Promise<void> {
    await waitFor(() => expect(this.words('.toolbar p')).toBe(words));
    await this.drawn();
  }

  /** Waits until the rows around those in view are drawn too, where a list is shown. */
  drawn(): Promise<void> {
    return waitFor(() => expect(this.page.querySelector('.rows[aria-busy="true"]')).toBeNull());
  }

  /** How many papers the sidebar counts in a list. */
  countOf(list: string): string | undefined {
    return this.#countBeside('.side a.entry', list);
  }

  /** How many papers the sidebar counts beside a value of a facet; `undefined` before it was counted. */
  facet(value: string): string | undefined {
    return this.#countBeside('.side button.entry', value);
  }

  /** Clicks on an element, as soon as it is there. */
  async click(selector: string, held?: 'Shift'): Promise<void> {
    const target = await waitFor(() => this.part(selector));
    if (held) await this.keys(`{${held}>}`);
    await this.user.click(target);
    if (held) await this.keys(`{/${held}}`);
  }

  /** Types into the search box in place of what was there. */
  search(words: string): Promise<void> {
    return this.fill('Find in your list', words);
  }

  /** What stands in the search box. */
  query(): string {
    return this.part<HTMLInputElement>(searchBox).value;
  }

  /** Selects all that is listed and waits until the bar says so. */
  async selectAll(count: string): Promise<void> {
    await this.keys('{Control>}a{/Control}');
    await this.sees(`${count} papers selected`, '.bulk');
  }

  /** Does something to what is selected: `read`, `tag`, `star`. */
  bulk(action: string): Promise<void> {
    return this.click(`[data-bulk="${action}"]`);
  }

  /** Where the cursor is. */
  cursor(): Cursor | undefined {
    const item = this.page.querySelector('.rows .current')?.closest('li');
    const place = readRows().find(({ id }) => id === item?.dataset.paper)?.place ?? '';
    const hasFocus = item?.contains(document.activeElement) ?? false;
    return item ? { id: item.dataset.paper ?? '', place, hasFocus } : undefined;
  }

  /** Waits until the cursor, and the focus with it, is at a place: `7 of 1,000`. */
  async isAt(place: string): Promise<Cursor> {
    await waitFor(() => expect(this.cursor()).toMatchObject({ place, hasFocus: true }));
    return this.cursor() as Cursor;
  }

  /** Waits until the focus is on an element. */
  focuses(selector: string): Promise<void> {
    return waitFor(() => expect(document.activeElement).toBe(this.part(selector)));
  }

  /** Waits until an element is gone. */
  lacks(selector: string): Promise<void> {
    return waitFor(() => expect(this.page.querySelector(selector)).toBeNull());
  }

  /** Goes to a list or view of the sidebar. */
  goTo(name: string): Promise<void> {
    return this.press(new RegExp(`^${name}(, [\\d,]+ papers?)?$`), '.side', 'link');
  }

  /** The address behind `library.html`. */
  address(): string {
    return decodeURIComponent(location.search.replaceAll('+', ' '));
  }

  #countBeside(entries: string, name: string): string | undefined {
    const entry = [...this.page.querySelectorAll(entries)].find(
      (one) => one.querySelector('bdi')?.textContent === name,
    );
    return entry?.querySelector('.count [aria-hidden]')?.textContent;
  }
}
