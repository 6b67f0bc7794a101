import type { PackedPaper } from '../../papers/ranking/packed';
import {
  keepTraits,
  papersTogether,
  rowsAtOnce,
  type TraitsKind,
  type TraitsRow,
} from './kept-traits';

/** What there is of papers, gathered until it is enough to be kept together. */
export class Gathered {
  #papers: PackedPaper[] = [];
  #dropped: TraitsRow['key'][] = [];
  #isNew = false;
  #readAt: number;

  /** @param now ms since the epoch. */
  constructor(
    private readonly kind: TraitsKind,
    private readonly now: number,
  ) {
    this.#readAt = now;
  }

  /** Takes the place of a part that is kept. */
  take({ key, kept }: TraitsRow, live: readonly PackedPaper[]): void {
    this.#papers.push(...live);
    this.#dropped.push(key);
    this.#isNew ||= live.length < (kept?.ids.length ?? 1);
    if (live.length) this.#readAt = Math.min(this.#readAt, kept?.readAt ?? this.now);
  }

  /**
   * Adds papers that were read.
   * @throws StoreError
   */
  async add(papers: readonly PackedPaper[]): Promise<void> {
    this.#papers.push(...papers);
    this.#isNew ||= papers.length > 0;
    while (this.#papers.length >= this.#many) await this.#keep();
  }

  /**
   * Keeps what is left, unless it is but one part as it was.
   * @throws StoreError
   */
  async end(): Promise<void> {
    if (!this.#isNew && this.#dropped.length < 2) return;
    do await this.#keep();
    while (this.#papers.length);
  }

  get #many(): number {
    return rowsAtOnce * papersTogether[this.kind];
  }

  async #keep(): Promise<void> {
    const papers = this.#papers.splice(0, this.#many);
    const dropped = this.#papers.length ? [] : this.#dropped.splice(0);
    await keepTraits(papers, this.#readAt, dropped, this.kind);
    if (!this.#papers.length) this.#readAt = this.now;
  }
}
