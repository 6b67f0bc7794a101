import type { IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { Database } from './connection';
import { StoreError, storeError } from './errors';
import type { Migration } from './migrations';
import type { OffprintSchema } from './schema';
import type { Waiting } from './waiting';

export { migrations } from './migrations';

/**
 * Opens the database, bringing an older one up step by step within a single transaction.
 * @param migrations In the order of their versions; the last one's version is the database's.
 * @param now ms since the epoch.
 * @param onClosed Called when the connection stops being usable.
 * @param waiting Told when others have to close first, and when nothing is waited for any more.
 * @throws StoreError as `connection` does.
 */
export async function openDatabase(
  migrations: readonly Migration[],
  now: number,
  onClosed: () => void = () => {},
  waiting?: Waiting,
): Promise<Database> {
  const version = migrations.at(-1)?.version ?? 1;
  let failed: StoreError | undefined;
  let opened: Database | undefined;
  try {
    opened = await openDB<OffprintSchema>('offprint', version, {
      // idb ignores what an async upgrade rejects with, so the abort is ours to make.
      async upgrade(database, oldVersion, _newVersion, transaction) {
        waiting?.end();
        for (const migration of migrations.filter((step) => step.version > oldVersion)) {
          try {
            await migration.up(
              database as unknown as IDBPDatabase<unknown>,
              transaction as unknown as Parameters<Migration['up']>[1],
              now,
            );
          } catch (cause) {
            failed = new StoreError(
              'migration',
              `${migration.version} (${migration.name}): ${cause}`,
              {
                cause,
              },
            );
            transaction.done.catch(() => {});
            transaction.abort();
            return;
          }
        }
      },
      ...(waiting ? { blocked: waiting.blocked } : {}),
      blocking() {
        opened?.close();
        onClosed();
      },
      terminated: onClosed,
    });
    return opened;
  } catch (cause) {
    throw failed ?? storeError(cause, 'refused');
  }
}
