import { openPaper } from '../../../store/records/queries';
import { type PopupReader, pageSize } from '../reader';
import type { SearchCache } from '../search/search-cache';
import { isFound } from '../state';

/** What is done to the list on show. */
export class ListCommands {
  constructor(
    private readonly reader: PopupReader,
    private readonly search: SearchCache,
  ) {}

  /** Reads the rest of the first page, of which only what fits was read before. */
  async fill(): Promise<void> {
    const { papers = [] } = this.reader.state.listing.value ?? {};
    if (papers.length < pageSize) await this.more(pageSize - papers.length);
  }

  /** Reads the next papers of the list. */
  async more(size = pageSize): Promise<void> {
    const { reader } = this;
    const { source, state } = reader;
    const shown = state.listing.value;
    if (!shown?.next) return;
    await reader.guard('read', async () => {
      const { papers, ...rest } = await source.read(size, shown.next);
      const ids = new Set(shown.papers.map(({ id }) => id));
      const fresh = papers.filter(({ id }) => !ids.has(id));
      const listing = { ...rest, papers: [...shown.papers, ...fresh] };
      await reader.mark(listing);
      if (state.listing.value === shown) state.listing.value = listing;
    });
  }

  /** Opens a paper, or closes it when it is open. */
  async toggle(id: string): Promise<void> {
    const { guard, state } = this.reader;
    if (state.opened.value?.id === id) state.opened.value = undefined;
    else await guard('read', () => this.open(id));
  }

  /**
   * Reads what the opened part of a row shows.
   * @throws StoreError
   */
  async open(id: string): Promise<void> {
    const { opened } = this.reader.state;
    const wasOpen = opened.value?.id;
    const read = await openPaper(id);
    if (opened.value?.id === wasOpen) opened.value = { id, ...read };
  }

  /** Long texts have been read: a search on show may find more now. */
  async findMore(): Promise<void> {
    const { reader } = this;
    if (isFound(reader.state)) await reader.guard('read', () => reader.readList('all', false));
    await this.explain();
  }

  /** Says what there is to say of the search on show. */
  async explain(): Promise<void> {
    const { query, hints } = this.reader.state;
    const words = query.value;
    const found = words.trim() ? await this.search.hints() : undefined;
    if (query.value === words) hints.value = found;
  }
}
