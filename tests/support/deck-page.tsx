import { waitFor } from '@testing-library/dom';
import { beforeEach, expect } from 'vitest';
import { completeLibrary } from './long-list';
import { closePages, openDeck, useFreshPages } from './pages';
import { Reader } from './reader';

/** Gives every test an empty store and a document in which a deck can be opened. */
export function useDeckPage(): void {
  useFreshPages();
  beforeEach(completeLibrary);
}

/** The deck on the real store, with a reader before it; see tests/e2e/pages/deck-page.ts. */
export class DeckPage extends Reader {
  private constructor(
    page: HTMLElement,
    private readonly settle: () => Promise<void>,
  ) {
    super(page);
  }

  /** Opens the deck, with a scope of its own where one is given: `?days=2026-03-27`. */
  static async open(scope = ''): Promise<DeckPage> {
    const { reader, service } = await openDeck(scope);
    return new DeckPage(reader.page, () => service.settle());
  }

  /** Closes the page once what was decided is written, and opens it anew. */
  async reload(): Promise<DeckPage> {
    await this.settle();
    closePages();
    return DeckPage.open(location.search);
  }

  /** The paper on top. */
  current(): string | undefined {
    return this.page.querySelector<HTMLElement>('.paper-card')?.dataset.paper;
  }

  /** Waits until a paper is on top. */
  shows(id: string | undefined): Promise<void> {
    return waitFor(() => expect(this.current()).toBe(id));
  }

  /** Presses a button by what it does: `dismiss`, `rest`, `go-on`. */
  async act(action: string): Promise<void> {
    await this.user.click(await waitFor(() => this.part(`[data-action="${action}"]`)));
  }
}
