import { itemBreak, zoneBreak } from './words';

/** The zones of a head's words, one a line, in the order of their weight. */
export const zones = ['title', 'tags', 'authors', 'organization', 'ids', 'note'] as const;
export type Zone = (typeof zones)[number];

/** Places in a text: from one up to another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The zone in which a place of a head's text lies. */
export function zoneAt(text: string, at: number): Zone {
  let index = -1;
  for (let end = text.indexOf(zoneBreak); end !== -1 && end < at; ) {
    index += 1;
    end = text.indexOf(zoneBreak, end + 1);
  }
  return zones[index] ?? 'title';
}

/** Where a zone of a head's text lies. */
export function zoneRange(text: string, zone: Zone): Range {
  let from = 0;
  for (const one of zones) {
    if (one === zone) break;
    from = text.indexOf(zoneBreak, from + 1);
  }
  const end = text.indexOf(zoneBreak, from + 1);
  return { from: from + 1, to: end === -1 ? text.length : end };
}

/** Where the items of a zone lie. */
export function* itemRanges(text: string, { from, to }: Range): Generator<Range> {
  for (let start = from; start < to; ) {
    const end = text.indexOf(itemBreak, start);
    const stop = end === -1 || end > to ? to : end;
    yield { from: start, to: stop };
    start = stop + 1;
  }
}
