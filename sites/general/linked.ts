import type { Paper } from '../../papers/paper';
import type { Card } from '../site';
import { present } from '../text';
import { titleOfCard } from './card-title';
import { type Block, blocksOf, cardsAmong } from './cards';
import { knownLinks } from './known-links';
import { SiteNames } from './words';

/** How many known papers make a page a digest. */
export const leastPapers = 5;

/** The papers that a page's links lead to. */
export interface Linked {
  /** Those of its list; empty where the page is no digest. */
  readonly listed: readonly Paper[];
  readonly cards: readonly Card[];
  /** All of them, in page order, each once. */
  papers(): readonly Paper[];
}

/** Reads the links of a page: five or more known papers in parts of it that are built alike are its cards. */
export function readLinks(document: Document, url: URL): Linked {
  const links = knownLinks(document, url);
  const site = new SiteNames([
    document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? undefined,
    url.hostname,
  ]);
  const listed = cardsAmong(blocksOf(links, true), leastPapers);
  return {
    listed: papersIn(listed, site),
    cards: eachOnce(listed).map(({ element, ids: [id = ''] }) => ({ id, element })),
    papers: () => papersIn(blocksOf(links, false), site),
  };
}

/** A paper that stands in several places is one, with the best title of them. */
function papersIn(blocks: readonly Block[], site: SiteNames): Paper[] {
  const found = new Map<string, Paper>();
  for (const block of blocks) {
    const [id, ...aliases] = block.ids;
    if (!id) continue;
    const known = found.get(id);
    if (known?.title) continue;
    const title = titleOfCard(block, site);
    const version = block.links.find(({ identity }) => identity.id === id)?.identity.version;
    const paper = present<Paper>({
      id,
      aliases: aliases.length ? aliases : known?.aliases,
      version: version ?? known?.version,
      title,
      source: 'link',
      unsure: title ? ['title'] : undefined,
    });
    found.set(id, paper);
  }
  return [...found.values()];
}

/** The first card of each paper. */
function eachOnce(blocks: readonly Block[]): Block[] {
  const known = new Set<string | undefined>();
  return blocks.filter(({ ids: [id] }) => !known.has(id) && known.add(id));
}
