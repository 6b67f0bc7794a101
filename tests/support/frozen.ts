import { migrations } from '../../store/database/migrations';
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
