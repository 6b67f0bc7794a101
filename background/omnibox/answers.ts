import { sourceOf } from '../../exports/share';
import { type Browser, browser } from '../../lib/browser';
import { libraryAddress } from '../../lib/library-address';
import { report } from '../../lib/report';
import { text } from '../../lib/text';
import { pageOf } from '../../papers/identity';
import { paperIdIn } from '../../papers/query/values';
import type { PaperRecord } from '../../papers/record';
import { type Mark, marksIn, wantedBy } from '../../papers/search/marks';
import { listSaved, recordsOf } from '../../store/records/queries';
import type { Opened } from '../commands/note-opened';
import {
  addressOfStored,
  addressToOpen,
  type Disposition,
  openAddress,
} from '../commands/open-page';
import { describe, type Part, suggestionFormat } from './suggestion';
import type { WorkerSearch } from './worker-search';

type Suggestion = Browser.omnibox.SuggestResult;

/** As many as both browsers show. */
const most = 5;

/**
 * What the address bar suggests: of an empty input the newest unread papers, else what the search
 * finds, best first. A store that cannot be read is told in words.
 * @returns Nothing when the signal ended it.
 */
export async function suggestionsFor(
  input: string,
  search: WorkerSearch,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  try {
    const query = input.trim();
    if (query === '') {
      const { papers } = await listSaved({ state: 'unread' }, most);
      return papers.map((paper) => suggestion(paper, []));
    }
    const found = await search.find(query, most, signal);
    if (!found) return [];
    const wanted = wantedBy(found.query);
    const papers = await recordsOf(found.ids);
    return papers.map((paper) => suggestion(paper, marksIn(paper.title ?? '', wanted)));
  } catch (error) {
    report('address bar', error);
    const description = describe([{ text: text('omniboxBroken') }], suggestionFormat);
    return [{ content: libraryAddress({ q: input }), description }];
  }
}

/**
 * Opens what was entered: a suggestion's page, the paper that an id or address names, saved or not,
 * and for any other words the library with them as its search.
 */
export async function openEntered(
  input: string,
  where: Disposition,
  opened: Opened,
): Promise<void> {
  const entered = input.trim();
  const id = paperIdIn(entered);
  if (id === undefined) return openAddress(asLibrary(entered), where);
  const [stored] = await recordsOf([id]).catch((error: unknown) => {
    report('address bar', error);
    return [];
  });
  const address = stored ? await addressToOpen(stored) : unsavedPage(id);
  await openAddress(address ?? asLibrary(entered), where);
  if (stored) await opened(stored.id);
}

/** Any web page has an id of the last resort; only those that are papers are opened unsaved. */
function unsavedPage(id: string): string | undefined {
  return id.startsWith('url:') ? undefined : pageOf(id);
}

function asLibrary(entered: string): string {
  const own = libraryAddress();
  return entered.startsWith(own) ? entered : libraryAddress(entered === '' ? {} : { q: entered });
}

/** The line that Enter chooses by itself says what it does. */
export async function sayDefault(input: string): Promise<void> {
  const entered = input.trim();
  const id = paperIdIn(entered);
  const opens = id !== undefined && unsavedPage(id) !== undefined;
  const words = opens ? text('omniboxOpen', id) : text('omniboxSearch', entered);
  const line = entered === '' ? text('omniboxHint') : words;
  // Chrome would put what was typed in the place of "%s".
  const parts = [{ text: line.replaceAll('%s', '% s') }];
  await browser.omnibox.setDefaultSuggestion({ description: describe(parts, suggestionFormat) });
}

function suggestion(paper: PaperRecord, marks: readonly Mark[]): Suggestion {
  const source = sourceOf(paper);
  const parts: Part[] = [...marked(paper.title ?? paper.id, marks)];
  if (source) parts.push({ text: ` — ${source}`, as: 'dim' });
  return { content: addressOfStored(paper), description: describe(parts, suggestionFormat) };
}

function marked(title: string, marks: readonly Mark[]): Part[] {
  let at = 0;
  const parts = marks.flatMap(({ start, end }): Part[] => {
    const before = title.slice(at, start);
    at = end;
    return [{ text: before }, { text: title.slice(start, end), as: 'match' }];
  });
  return [...parts, { text: title.slice(at) }];
}
