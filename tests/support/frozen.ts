import { openDB } from 'idb';
import { type Migration, migrations } from '../../store/database/migrations';
import { openDatabase } from '../../store/database/upgrade';

/** A frozen example of a database. */
export interface Frozen {
  readonly version: number;
  readonly stores: object;
}

/** Builds the database as it was at a version and fills it with the frozen example. */
export async function frozenDatabase(example: Frozen, now: number): Promise<void> {
  const database = await openDatabase(
    migrations.filter(({ version }) => version <= example.version),
    now,
  );
  for (const [name, entries] of Object.entries(example.stores)) {
    const { store, done } = database.transaction(name as 'papers', 'readwrite');
    for (const { key, value } of entries as { key?: string; value: unknown }[])
      store.put(value as never, key as never).catch(() => {});
    await done;
  }
  database.close();
}

type Row = { readonly key?: string; readonly value: Record<string, unknown> };

/** The frozen example with many copies of its papers, each with its notes and sightings, and counted. */
export function grown(example: Frozen, copies: number): Frozen {
  const stores = example.stores as Readonly<Record<string, readonly Row[]>>;
  const copied = (name: string): readonly Row[] =>
    Array.from({ length: copies }, (_, copy) =>
      (stores[name] ?? []).map(({ value }) => ({
        value: { ...value, id: `${value.id}${copy || ''}` },
      })),
    ).flat();
  const counters = (stores.counters ?? []).map(({ key, value }) => ({
    key,
    value: Number(value) * copies,
  }));
  const tags = (stores.tags ?? []).map(({ value }) => ({
    value: { ...value, count: Number(value.count) * copies },
  }));
  const many = ['papers', 'details', 'notes', 'sightings']
    .filter((name) => name in stores)
    .map((name) => [name, copied(name)]);
  return {
    version: example.version,
    stores: { ...stores, ...Object.fromEntries(many), counters, tags, months: [] },
  };
}

/** All that the database holds, without opening it anew. */
export async function contentOf(version: number): Promise<Record<string, unknown[]>> {
  const database = await openDB('offprint', version);
  const names = [...database.objectStoreNames].sort();
  const rows = await Promise.all(names.map((name) => database.getAll(name)));
  database.close();
  return Object.fromEntries(names.map((name, at) => [name, rows[at] ?? []]));
}

/** An upgrade beyond the newest version that is cut off. */
export const failing: Migration = {
  version: (migrations.at(-1)?.version ?? 0) + 1,
  name: 'killed',
  async up() {
    throw new Error('killed');
  },
};
