import { areUnlike, haveRivals } from '../claims';
import type { PaperId } from '../paper';
import { isSaved } from '../paper';
import { defined, type PaperRecord } from '../record';
import { type AuthorName, authorName, mayBeNamed } from '../rules/author-name';
import { titleKey } from './title-key';

/** What of a paper tells whether it may be another one. */
export type Comparable = Pick<
  PaperRecord,
  'id' | 'aliases' | 'title' | 'authors' | 'publishedAt' | 'state' | 'distinct' | 'suggested'
>;

/** What is compared of a paper, and nothing else of it. */
export function comparable(record: PaperRecord): Comparable {
  const { id, aliases, title, authors, publishedAt, state, distinct, suggested } = record;
  const known = defined({ aliases, title, publishedAt, distinct, suggested });
  return { id, authors: authors.slice(0, comparedAuthors), state, ...known };
}

/**
 * Why two papers may be one: `authors` with the same title and an author in common, `title` with the same title where
 * nobody's authors are known, `others` with the same title by other authors, `claim` where a page or a file says so.
 */
export type Ground = 'authors' | 'title' | 'others' | 'claim';

/** Two papers that may be one, and what speaks for it. */
export interface Likeness {
  readonly ids: readonly [PaperId, PaperId];
  readonly ground: Ground;
  /** The higher, the likelier; compared with others alone. */
  readonly score: number;
}

/** Of papers with one title, how many others each is compared with. */
const mostOfATitle = 20;
/** Titles shorter than this, in letters, are those of "Editorial", "Preface" and "Response to reviewers". */
const shortTitle = 24;
/** How many authors of a paper are compared. */
const comparedAuthors = 5;

/** Collects papers one by one, and tells which of them may be one and the same work. */
export class DuplicateFinder {
  readonly #byTitle = new Map<string, Comparable[]>();
  readonly #claiming: Comparable[] = [];
  readonly #names = new Map<Comparable, readonly AuthorName[]>();
  readonly #byId = new Map<PaperId, Comparable>();

  /** Takes a paper in; one in the bin is none. */
  add(paper: Comparable): void {
    if (paper.state === 'deleted') return;
    for (const id of idsOf(paper)) this.#byId.set(id, paper);
    if (paper.suggested?.length) this.#claiming.push(paper);
    const key = paper.title === undefined ? undefined : titleKey(paper.title);
    if (key === undefined) return;
    const same = this.#byTitle.get(key);
    if (same) same.push(paper);
    else this.#byTitle.set(key, [paper]);
  }

  /** Every pair that may be one, at least one of the reader's list, the likeliest first. */
  pairs(): Likeness[] {
    const steps = this.steps();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  /** The same in steps, each short, so that others get their turn in between. */
  *steps(): Generator<undefined, Likeness[]> {
    const found = new Map<string, Likeness>();
    for (const [key, papers] of this.#byTitle) {
      if (papers.length < 2) continue;
      for (const [at, one] of papers.entries()) {
        for (const other of papers.slice(at + 1, at + 1 + mostOfATitle))
          keep(found, this.#likenessOf(one, other, key.length));
        yield;
      }
    }
    for (const one of this.#claiming)
      for (const id of one.suggested ?? []) {
        const other = this.#byId.get(id);
        if (other && other.id !== one.id) keep(found, claimOf(one, other));
      }
    return [...found.values()].sort(
      (one, other) => other.score - one.score || compareTexts(one.ids[0], other.ids[0]),
    );
  }

  /** Two papers of one title. */
  #likenessOf(one: Comparable, other: Comparable, length: number): Likeness | undefined {
    if (!mayBeOne(one, other)) return undefined;
    const ground = this.#groundOf(one, other);
    if (ground === 'others' && length < shortTitle) return undefined;
    const base = { authors: 4, title: 2, others: 1, claim: 0 }[ground];
    return pairOf(one, other, ground, base + Math.min(length, 100) / 200);
  }

  #groundOf(one: Comparable, other: Comparable): Ground {
    const [mine, theirs] = [this.#namesOf(one), this.#namesOf(other)];
    if (!mine.length || !theirs.length) return 'title';
    const isShared = mine.some((name) => theirs.some((their) => mayBeNamed(name, their)));
    return isShared ? 'authors' : 'others';
  }

  #namesOf(paper: Comparable): readonly AuthorName[] {
    const known = this.#names.get(paper);
    if (known) return known;
    const names = paper.authors.slice(0, comparedAuthors).flatMap((name) => authorName(name) ?? []);
    this.#names.set(paper, names);
    return names;
  }
}

/** The key of two papers, whichever is named first. */
export function pairKey(one: PaperId, other: PaperId): string {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

function keep(found: Map<string, Likeness>, likeness: Likeness | undefined): void {
  if (!likeness) return;
  const key = pairKey(...likeness.ids);
  if (likeness.score > (found.get(key)?.score ?? 0)) found.set(key, likeness);
}

/** Two papers of which somebody says that they are one. */
function claimOf(one: Comparable, other: Comparable): Likeness | undefined {
  if (!mayBeOne(one, other)) return undefined;
  return pairOf(one, other, 'claim', areUnlike(one, other) ? 0.5 : 3);
}

/** Not what the reader has refused, not two ids of one scheme, and not what is of no concern to the list. */
function mayBeOne(one: Comparable, other: Comparable): boolean {
  const [mine, theirs] = [idsOf(one), idsOf(other)];
  if (!isSaved(one.state) && !isSaved(other.state)) return false;
  if (mine.some((id) => theirs.includes(id)) || haveRivals(mine, theirs)) return false;
  const isRefused = (of: Comparable, ids: readonly PaperId[]) =>
    of.distinct?.some((id) => ids.includes(id)) === true;
  return !isRefused(one, theirs) && !isRefused(other, mine);
}

/** The one of the reader's list first, then the one that is named first. */
function pairOf(one: Comparable, other: Comparable, ground: Ground, base: number): Likeness {
  const isFirst =
    isSaved(one.state) === isSaved(other.state) ? one.id < other.id : isSaved(one.state);
  const ids = isFirst ? ([one.id, other.id] as const) : ([other.id, one.id] as const);
  const both = isSaved(one.state) && isSaved(other.state) ? 0.3 : 0;
  return { ids, ground, score: base + both + nearness(one, other) };
}

/** How near the two came out, from 0 to 0.2: a preprint and its published copy lie a few years apart. */
function nearness(one: Comparable, other: Comparable): number {
  const [mine, theirs] = [yearOf(one), yearOf(other)];
  if (mine === undefined || theirs === undefined) return 0.1;
  return Math.max(0, 0.2 - Math.abs(mine - theirs) / 20);
}

function yearOf({ publishedAt }: Comparable): number | undefined {
  const year = Number(publishedAt?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : undefined;
}

function idsOf({ id, aliases = [] }: Comparable): readonly PaperId[] {
  return [id, ...aliases];
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
