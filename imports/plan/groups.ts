import { haveRivals, schemeOf } from '../../papers/claims';
import type { PaperId } from '../../papers/paper';
import { titleKey } from '../parts/titles';
import type { ImportedPaper } from '../types';

/** All ids of a paper of a file. */
export function idsIn({ paper }: Pick<ImportedPaper, 'paper'>): readonly PaperId[] {
  return [paper.id, ...(paper.aliases ?? [])];
}

/** Puts entries in the order in which the store has papers: what is looked up for some of them lies close together then. */
export function byId(one: ImportedPaper, other: ImportedPaper): number {
  return one.paper.id < other.paper.id ? -1 : 1;
}

/**
 * What two entries have in common that are one work without an identifier in common: title and first author, by the last
 * word of the family name, which files write before the given names and pages behind them.
 * @returns `undefined` where either is unknown.
 */
export function workKey(paper: ImportedPaper['paper']): string | undefined {
  if (!workKeys.has(paper)) workKeys.set(paper, newWorkKey(paper));
  return workKeys.get(paper);
}

/** Each is asked for when entries are joined, when they are compared with the list, and when that is told. */
const workKeys = new WeakMap<object, string | undefined>();

function newWorkKey({ title, authors }: ImportedPaper['paper']): string | undefined {
  const [family] = (authors?.[0] ?? '').split(',');
  const last = titleKey(family?.replace(/[{}]/g, ' ').trim().split(/\s+/).at(-1) ?? '');
  const key = titleKey(title ?? '');
  return key && last ? `${key}|${last}` : undefined;
}

/**
 * Sets of things that are one, found pair by pair; no set gets two ids of a scheme, which are never one paper's.
 * After Tarjan, "Efficiency of a good but not linear set union algorithm", 1975.
 */
export class Groups {
  readonly #above: number[];
  readonly #ids: (readonly PaperId[])[];

  constructor(papers: readonly ImportedPaper[]) {
    this.#above = papers.map((_, at) => at);
    this.#ids = papers.map(idsIn);
  }

  /** The number that all of one set have in common. */
  of(at: number): number {
    let top = at;
    while (this.#above[top] !== top) {
      const next = this.#above[top] ?? top;
      this.#above[top] = this.#above[next] ?? next;
      top = next;
    }
    return top;
  }

  join(one: number, other: number): void {
    const [first, second] = [this.of(one), this.of(other)].sort((a, b) => a - b);
    if (first === undefined || second === undefined || first === second) return;
    const [mine = [], theirs = []] = [this.#ids[first], this.#ids[second]];
    if (haveRivals(firm(mine), firm(theirs))) return;
    this.#above[second] = first;
    this.#ids[first] = [...new Set([...mine, ...theirs])];
  }
}

function firm(ids: readonly PaperId[]): PaperId[] {
  return ids.filter((id) => !['url', 'title'].includes(schemeOf(id)));
}
