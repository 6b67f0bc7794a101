import { effect, signal, untracked } from '@preact/signals';
import {
  type NewOrder,
  type Options,
  onOptions,
  readOptions,
  writeOptions,
} from '../../../lib/options';
import { painted } from '../../../lib/painted';
import { report } from '../../../lib/report';
import type { PaperId } from '../../../papers/paper';
import { isTold } from '../../../papers/ranking/score';
import type { Score } from '../../../store/ranking/rows';
import { allScores, scoresOf } from '../../../store/ranking/scores';
import type { Changed, LiveQueries } from '../live-query';

type Parts = Pick<typeof import('./parts'), 'LikelyMark' | 'NewOrder' | 'LikelyExplanation'>;

/**
 * What is known of how likely papers are for the reader. It is read once what a page shows is on screen, for the
 * papers on show alone, and nothing is read where the reader has turned it off.
 */
export class Likely {
  /** Of the papers that were asked for. */
  readonly scores = signal<ReadonlyMap<PaperId, Score>>(new Map());
  /** What is drawn of it, once there is something to draw. */
  readonly parts = signal<Parts | undefined>(undefined);
  readonly options = signal<Pick<Options, 'ranks' | 'newOrder' | 'widens'> | undefined>(undefined);
  readonly #asked = new Set<PaperId>();
  #loading: Promise<unknown> | undefined;
  /** Resolves when the options were read. */
  readonly ready: Promise<void>;

  /** @param signal Ends that the options are followed. */
  constructor(signal?: AbortSignal) {
    const take = (options: Options) => {
      this.options.value = options;
    };
    onOptions(take, signal);
    this.ready = readOptions().then(take, (error: unknown) => report('options', error));
  }

  /** Whether the reader wants to be told. */
  get isOn(): boolean {
    return this.options.value?.ranks === true;
  }

  /** In which order new papers are to be listed. */
  get newOrder(): NewOrder {
    return this.isOn ? (this.options.value?.newOrder ?? 'day') : 'day';
  }

  /** Has new papers listed in another order from now on, on every page; known here when it resolves, told of or not. */
  async choose(newOrder: NewOrder): Promise<void> {
    await writeOptions({ newOrder });
    if (this.options.value) this.options.value = { ...this.options.value, newOrder };
  }

  /**
   * Follows what a page shows.
   * @param wanted The papers on show that wait for a decision; asked anew whenever a signal that it reads changes.
   */
  follow(live: LiveQueries, wanted: () => readonly PaperId[]): () => void {
    live.add({
      reads: ['scores'],
      concerns: (ids) => [...this.#asked].some((id) => ids.has(id)),
      read: (changed) => this.#readAgain(changed),
    });
    return effect(() => {
      const ids = this.isOn ? wanted() : [];
      untracked(() => void this.#look(ids).catch((error: unknown) => report('likely', error)));
    });
  }

  /** Loads what is drawn of it. */
  load(): Promise<unknown> {
    this.#loading ??= import('./parts').then(
      ({ LikelyMark, NewOrder, LikelyExplanation }) => {
        this.parts.value = { LikelyMark, NewOrder, LikelyExplanation };
      },
      (error: unknown) => {
        this.#loading = undefined;
        report('likely', error);
      },
    );
    return this.#loading;
  }

  /**
   * Reads all that is known, for a page that goes through everything that waits.
   * @throws StoreError
   */
  async readAll(): Promise<void> {
    await this.ready;
    if (this.isOn) this.#show(await allScores());
  }

  /** Follows what is known of all of them. */
  followAll(live: LiveQueries): void {
    live.add({ reads: ['scores'], read: () => this.readAll() });
  }

  async #look(ids: readonly PaperId[]): Promise<void> {
    const missing = ids.filter((id) => !this.#asked.has(id));
    if (!missing.length) return;
    for (const id of missing) this.#asked.add(id);
    await painted();
    await this.#read(missing);
  }

  async #readAgain(changed: Changed): Promise<void> {
    const stale = [...this.#asked].filter((id) => changed === 'all' || changed.has(id));
    if (this.isOn && stale.length) await this.#read(stale);
  }

  async #read(ids: readonly PaperId[]): Promise<void> {
    const fresh = await scoresOf(ids);
    const scores = new Map(this.scores.value);
    for (const id of ids) scores.delete(id);
    for (const [id, score] of fresh) scores.set(id, score);
    this.#show(scores);
  }

  #show(scores: ReadonlyMap<PaperId, Score>): void {
    if ([...scores.values()].some(({ likelihood }) => isTold(likelihood))) void this.load();
    this.scores.value = scores;
  }
}
