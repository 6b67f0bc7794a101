import type { Entry } from '../../papers/search/entry';
import { SearchSession } from '../../store/search/session';

/** What the library drew at a key, as markup. */
export interface Drawn {
  readonly rows: string;
  readonly side: string;
}

/** What a bare search box is made of. */
export interface BareSearch {
  /** By what was typed so far. */
  readonly drawn: Readonly<Record<string, Drawn>>;
  /** Whether it counts as well. */
  readonly counts: boolean;
}

/** Opens a search; resolves when the long texts are there. */
export async function openWhole(): Promise<SearchSession> {
  const session = new SearchSession();
  await new Promise<void>((resolve) => {
    session.onChange(resolve);
    void session.open();
  });
  return session;
}

interface Paper {
  readonly text: string;
  /** Everything that it is counted under. */
  readonly facets: readonly string[];
}

function paperOf({ head, body }: Entry): Paper {
  const lists = [head.tags, head.authors, head.sites].flatMap((list) => list.split('\n'));
  const facets = [...lists, head.organization, head.state, head.date.slice(0, 4)];
  return { text: `${head.text}\n${body?.text ?? ''}`, facets };
}

function count(found: readonly Paper[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { facets } of found)
    for (const facet of facets) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  return counts;
}

let papers: readonly Paper[] | undefined;
let listening = new AbortController();

/** The tools for a page that looks like the library and has no script of it. */
export const bareBench = {
  /**
   * Makes the page's search box work: each key scans all texts and draws what was drawn at that key.
   * @returns How many texts it scans.
   */
  async bareSearch({ drawn, counts }: BareSearch): Promise<number> {
    papers ??= (await openWhole()).entries.map(paperOf);
    const all = papers;
    const input = document.querySelector<HTMLInputElement>('.search input');
    const [list, side] = ['[data-list]', '.side'].map((part) => document.querySelector(part));
    if (!input || !list || !side) throw new Error('No search box');
    listening.abort();
    listening = new AbortController();
    const onInput = () => {
      const next = drawn[input.value];
      if (!next) return;
      const found = all.filter(({ text }) => text.includes(input.value));
      list.innerHTML = next.rows;
      if (counts && count(found).size > 0) side.innerHTML = next.side;
    };
    input.addEventListener('input', onInput, { signal: listening.signal });
    return all.length;
  },
};
