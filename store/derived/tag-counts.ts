import type { IDBPObjectStore } from 'idb';
import { tagKey } from '../../papers/tag-key';
import type { OffprintSchema, Tag, TagLook, writtenStores } from '../database/schema';

type TagStore = IDBPObjectStore<OffprintSchema, typeof writtenStores, 'tags', 'readwrite'>;

/** How the counts and looks of tags change within one transaction. */
export class TagCounts {
  readonly #changes = new Map<string, { name: string; change: number }>();
  readonly #looks = new Map<string, TagLook>();

  /** Counts the tags of a saved paper, or takes them out of the count. */
  count(names: readonly string[], change: 1 | -1): void {
    for (const name of names) {
      const key = tagKey(name);
      const tag = this.#changes.get(key) ?? { name, change: 0 };
      tag.change += change;
      this.#changes.set(key, tag);
    }
  }

  /** Gives a tag its name and hue, whatever they were. */
  look(look: TagLook): void {
    this.#looks.set(look.key, look);
  }

  /** Writes what has changed. A tag that nobody uses goes, unless the reader gave it a hue. */
  async settle(store: TagStore): Promise<void> {
    const keys = new Set([...this.#changes.keys(), ...this.#looks.keys()]);
    await Promise.all([...keys].map((key) => this.#settleOne(store, key)));
  }

  async #settleOne(store: TagStore, key: string): Promise<void> {
    const { name, change } = this.#changes.get(key) ?? { name: key, change: 0 };
    const look = this.#looks.get(key);
    if (!change && !look) return;
    const stored = await store.get(key);
    const count = (stored?.count ?? 0) + change;
    const { hue } = look ?? stored ?? {};
    const tag: Tag = { key, name: (look ?? stored)?.name ?? name, count };
    const isKept = count > 0 || hue !== undefined;
    const request = isKept
      ? store.put(hue === undefined ? tag : { ...tag, hue })
      : store.delete(key);
    request.catch(() => {});
  }
}
