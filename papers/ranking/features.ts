import { authorNames } from '../names';
import { codeOwnerOf } from '../rules/code-owner';
import { hashText, joinHashes, readTerms, type TermLength, type TermSink } from './terms';
import { buckets, wordBuckets } from './weights';

/** What is looked at of a paper. */
export interface RankedPaper {
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly organization?: string | undefined;
  readonly codeUrl?: string | undefined;
  readonly sites?: readonly string[] | undefined;
  readonly upvotes?: number | undefined;
  readonly codeStars?: number | undefined;
}

/** What there is of a paper, in numbers; nothing of it depends on what was learned. */
export interface Traits {
  /** Where the weights of its terms and names lie, each once. */
  readonly buckets: Int32Array;
  /** How much there is of each; negative where its hash counts the other way. */
  readonly amounts: Float32Array;
  /** Of each that is a single word where its count lies; else -1. */
  readonly words: Int32Array;
  readonly upvotes?: number | undefined;
  readonly codeStars?: number | undefined;
}

/** How much is read: what is longer is not known better. */
const [mostTitle, mostAbstract, mostAuthors] = [400, 4000, 12];
/** What a mention counts by where in its text it is: an abstract says first what it is about. */
const inTitle = () => 1;
const inAbstract = (from: number) => (from < 300 ? 1.5 : 1);
/** What a term of one, two and three words counts: the longer, the more it says. */
const ofLength: readonly number[] = [0, 1, 2, 3];
/** More mentions than these say no more. */
const mostMentions = 9;
/** What a name counts beside a word. */
const ofName = 0.5;
/** What kind of name it is; the same name of two kinds is two. */
export const nameKinds = ['author', 'organization', 'codeOwner', 'site'] as const;
export type NameKind = (typeof nameKinds)[number];
const kindHashes = new Map(nameKinds.map((kind) => [kind, hashText(`:${kind}`)]));

/** The hash of a name of a kind. */
export function hashName(kind: NameKind, name: string): number {
  return joinHashes(kindHashes.get(kind) ?? 0, hashText(name));
}

/** Every name of a paper that is looked at. */
export function namesOf(paper: RankedPaper): { readonly kind: NameKind; readonly name: string }[] {
  const { organization, authors = [], sites = [] } = paper;
  const owner = codeOwnerOf(paper.codeUrl);
  return [
    ...(organization ? [{ kind: 'organization', name: organization } as const] : []),
    ...authorNames({ authors: authors.slice(0, mostAuthors) }).map(
      (name) => ({ kind: 'author', name }) as const,
    ),
    ...(owner ? [{ kind: 'codeOwner', name: owner } as const] : []),
    ...sites.map((name) => ({ kind: 'site', name }) as const),
  ];
}

/** Reads every term of a paper's texts. */
export function readTexts({ title = '', abstract = '' }: RankedPaper, sink: TextSink): void {
  sink.text(title, inTitle);
  readTerms(title, sink, mostTitle);
  sink.text(abstract, inAbstract);
  readTerms(abstract, sink, mostAbstract);
}

/** Told of a text before its terms, and what a mention in it counts, by where it begins. */
interface TextSink extends TermSink {
  text(text: string, counts: (from: number) => number): void;
}

/** Reads what there is of papers, one after the other. It keeps its room, since thousands are read at once. */
export class TraitReader implements TextSink {
  /** Of each bucket its place in the lists, plus 1. */
  readonly #place = new Int32Array(buckets);
  readonly #buckets: number[] = [];
  readonly #amounts: number[] = [];
  readonly #words: number[] = [];
  readonly #signs: number[] = [];
  #counts = inTitle as (from: number) => number;

  /** What there is of a paper. */
  read(paper: RankedPaper): Traits {
    this.#buckets.length = 0;
    readTexts(paper, this);
    for (const { kind, name } of namesOf(paper)) this.#add(hashName(kind, name), ofName, -1);
    const count = this.#buckets.length;
    const amounts = new Float32Array(count);
    for (let at = 0; at < count; at += 1) {
      this.#place[this.#buckets[at] ?? 0] = 0;
      const amount = Math.sqrt(Math.min(this.#amounts[at] ?? 0, mostMentions));
      amounts[at] = amount * (this.#signs[at] ?? 1);
    }
    return {
      buckets: Int32Array.from(this.#buckets),
      amounts,
      words: Int32Array.from(this.#words.slice(0, count)),
      upvotes: paper.upvotes,
      codeStars: paper.codeStars,
    };
  }

  text(_text: string, counts: (from: number) => number): void {
    this.#counts = counts;
  }

  term(hash: number, length: TermLength, from: number): void {
    const amount = this.#counts(from) * (ofLength[length] ?? 1);
    this.#add(hash, amount, length === 1 ? hash % wordBuckets : -1);
  }

  #add(hash: number, amount: number, word: number): void {
    const bucket = bucketOf(hash);
    const place = this.#place[bucket] ?? 0;
    if (place) {
      this.#amounts[place - 1] = (this.#amounts[place - 1] ?? 0) + amount;
      return;
    }
    const at = this.#buckets.length;
    this.#place[bucket] = at + 1;
    this.#buckets.push(bucket);
    this.#amounts[at] = amount;
    this.#words[at] = word;
    this.#signs[at] = signOf(hash);
  }
}

/** Where the weight of a hash lies. */
export function bucketOf(hash: number): number {
  return hash % buckets;
}

/** Half of the hashes count the other way, so that those that share a bucket cancel out and do not add up. */
export function signOf(hash: number): 1 | -1 {
  return Math.imul(hash, 0x9e3779b1) >>> 31 === 1 ? -1 : 1;
}
