import { afterEach, beforeEach } from 'vitest';
import { DeckCommands } from '../../pages/deck/paper-commands';
import { DeckService } from '../../pages/deck/service';
import { keptIn } from '../../pages/deck/state';
import type { Scope } from '../../papers/deck/scope';
import type { PaperId } from '../../papers/paper';
import { recordsOf } from '../../store/records/queries';
import { paper, sightOn, useFreshStore } from './store';

let pages: AbortController[] = [];

/** The ids of the papers that are new, as the deck orders them. */
export const all = ['arxiv:3', 'arxiv:4', 'arxiv:5', 'arxiv:1', 'arxiv:2'];

/** Gives every test a store with two days of new papers; closes its decks after it. */
export function useDeck(): void {
  useFreshStore();
  beforeEach(() => {
    pages = [];
  });
  afterEach(() => {
    for (const page of pages) page.abort();
  });
  beforeEach(async () => {
    await sightOn(
      '2026-03-26',
      1000,
      paper('arxiv:1', { upvotes: 90 }),
      paper('arxiv:2', { upvotes: 10 }),
    );
    await sightOn(
      '2026-03-27',
      1000,
      paper('arxiv:3', { upvotes: 30, abstract: 'What it is about.' }),
      paper('arxiv:4', { upvotes: 20 }),
      paper('arxiv:5', { upvotes: 5 }),
    );
  });
}

/** The deck without its view. */
export interface Page {
  readonly service: DeckService;
  readonly commands: DeckCommands;
}

/** Opens the deck; the page before is closed with it. */
export async function open(scope?: Scope, now = 5000): Promise<Page> {
  for (const page of pages) page.abort();
  const page = new AbortController();
  pages.push(page);
  const service = new DeckService();
  await service.start(scope, now, page.signal);
  return { service, commands: new DeckCommands(service) };
}

/** The id of the paper on top. */
export const current = ({ service }: Page) => service.state.standing.value.current;

/** The ids of what is still to be gone through. */
export const left = ({ service }: Page) => service.state.standing.value.left;

/** The ids of what was kept. */
export const kept = ({ service }: Page) => keptIn(service.state).map(({ id }) => id);

/** The stored state of a paper. */
export const stateOf = async (id: PaperId) => (await recordsOf([id]))[0]?.state;
