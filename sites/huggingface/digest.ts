import { limits } from '../../papers/limits';
import type { Paper, PaperId } from '../../papers/paper';
import type { Reading } from '../site';
import { present, textOf } from '../text';
import { type ReadCard, readCards } from './cards';
import { type EmbeddedDigest, embeddedDigest } from './hydration';
import { digestOf, type Period, periodOf, periodShown } from './period';

const emptyWords =
  /\b(?:no|0) (?:\w+ ){0,2}(?:papers?|results?|match(?:es)?)\b|\bnothing (?:was )?found\b|(?:not|n['’]t) find any\b/i;

/** Reads a digest page of Hugging Face, whatever its period: see `PageKind.read`. */
export function readDigest(document: Document, url: URL, now: Date): Reading {
  const found = readCards(document, url, now);
  const asked = periodOf(url);
  const data = embeddedDigest(document);
  const current = data && isCurrent(data, asked, found) ? data : undefined;
  const period = asked ?? current?.period ?? periodShown(document, url) ?? 'day:unknown';
  const papers = join(found, data?.known ?? [], current?.papers ?? []);
  const saysEmpty = !papers.length && (current?.isEmpty || saysNothingFound(document));
  return present<Reading>({
    digest: digestOf(period),
    papers,
    cards: found.map(({ element, id }) => ({ id, element })),
    saysEmpty: saysEmpty || undefined,
  });
}

/**
 * The site goes from day to day without a load: the cards change, the embedded data stays that of the first page.
 * It is current when it is for the period that the address names, or else when most cards are in it.
 */
function isCurrent(data: EmbeddedDigest, asked: Period | undefined, found: readonly ReadCard[]) {
  if (asked && data.period && data.period !== asked) return false;
  if (asked && data.period && !data.isUnsure) return true;
  const ids = new Set(data.papers.map(({ id }) => id));
  const known = found.filter(({ id }) => ids.has(id));
  return known.length * 2 >= found.length;
}

/** The cards' papers in page order, richer by the data on them; `current` adds its papers that have no card. */
function join(
  found: readonly ReadCard[],
  data: readonly Paper[],
  current: readonly Paper[],
): Paper[] {
  const shown = new Map<PaperId, ReadCard>();
  for (const card of found) if (!shown.has(card.id)) shown.set(card.id, card);
  const known = new Map(data.toReversed().map((paper) => [paper.id, paper]));
  const order = [...shown.keys()];
  let place = 0;
  for (const { id } of current) {
    const at = order.indexOf(id);
    if (at < 0) order.splice(place++, 0, id);
    else place = at + 1;
  }
  return order.flatMap((id) => merge(shown.get(id), known.get(id)) ?? []);
}

/** What cards alone tell says so. Data with title, authors and counts knows all that a card shows; other data is completed from it. */
function merge(card: ReadCard | undefined, data: Paper | undefined): Paper | undefined {
  if (!card) return data;
  if (!data) return { ...card.paper(), source: 'card' };
  if (data.title && data.authors && data.upvotes !== undefined && data.comments !== undefined)
    return data;
  const { authorCount, unsure, ...rest } = { ...card.paper(), ...data };
  const left = unsure?.filter((field) => !(field in data));
  return present<Paper>({
    ...rest,
    authorCount: data.authors ? undefined : authorCount,
    unsure: left?.length ? left : undefined,
  });
}

function saysNothingFound(document: Document): boolean {
  const main = document.querySelector('main') ?? document.body;
  return emptyWords.test(textOf(main, limits.abstract) ?? '');
}
