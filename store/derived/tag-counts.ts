import type { IDBPObjectStore } from 'idb';
import { tagKey } from '../../papers/tag-key';
import { unawaited } from '../database/requests';
import type { OffprintSchema, Tag, TagLook, writtenStores } from '../database/schema';

type TagStore = IDBPObjectStore<OffprintSchema, typeof writtenStores, 'tags', 'readwrite'>;

/** Tells whether a tag's row stays: nobody uses it, but of its hue the reader has said something. */
export function isKeptTag({ count, stamp }: Tag): boolean {
  return count > 0 || stamp !== undefined;
}

/** How the counts and looks of tags change within one transaction. */
export class TagCounts {
  readonly #changes = new Map<string, { name: string; change: number }>();
  readonly #looks = new Map<string, TagLook>();
  readonly #stored = new Map<string, Promise<Tag | undefined>>();

  /** Reads some with what else is read first, so that they are not waited for when they are written. */
  prefetch(store: TagStore, names: readonly string[]): Promise<unknown> {
    return Promise.all(names.map((name) => this.#read(store, tagKey(name))));
  }

  /** Counts the tags of a saved paper, or takes them out of the count. */
  count(names: readonly string[], change: 1 | -1): void {
    for (const name of names) {
      const key = tagKey(name);
      const tag = this.#changes.get(key) ?? { name, change: 0 };
      tag.change += change;
      this.#changes.set(key, tag);
    }
  }

  /** How a tag looks within the transaction; `undefined` of one that is not kept yet. */
  async lookOf(store: TagStore, key: string): Promise<TagLook | undefined> {
    const known = this.#looks.get(key);
    if (known) return known;
    const stored = await this.#read(store, key);
    if (!stored) return undefined;
    const { count: _count, ...look } = stored;
    return look;
  }

  /** Gives a tag its look, whatever it was. */
  look(look: TagLook): void {
    this.#looks.set(look.key, look);
  }

  /** The keys of those that were given one. */
  looked(): Iterable<string> {
    return this.#looks.keys();
  }

  /** Writes what has changed. */
  async settle(store: TagStore): Promise<void> {
    const keys = new Set([...this.#changes.keys(), ...this.#looks.keys()]);
    await Promise.all([...keys].map((key) => this.#settleOne(store, key)));
  }

  async #settleOne(store: TagStore, key: string): Promise<void> {
    const { name, change } = this.#changes.get(key) ?? { name: key, change: 0 };
    const look = this.#looks.get(key);
    if (!change && !look) return;
    const stored = await this.#read(store, key);
    const count = (stored?.count ?? 0) + change;
    const tag: Tag = { ...(look ?? stored ?? { key, name }), count };
    unawaited(isKeptTag(tag) ? store.put(tag) : store.delete(key));
  }

  /** As it was before the transaction, since nothing is written before its end. */
  #read(store: TagStore, key: string): Promise<Tag | undefined> {
    const reading = this.#stored.get(key) ?? store.get(key);
    this.#stored.set(key, reading);
    return reading;
  }
}
