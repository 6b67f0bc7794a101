import type { IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { StoreError, storeError } from './errors';
import type { Migration } from './migrations';
import { newestVersion } from './migrations/version';
import type { OffprintSchema } from './schema';

/** An open database. */
export type Database = IDBPDatabase<OffprintSchema>;

let current: Promise<Database> | undefined;

/**
 * The connection of this context, opened when first needed and again after it was closed from
 * outside (an upgrade in another window, cleared site data).
 * @throws StoreError `refused`, `newer`, `full` or `migration`, with the old data whole.
 */
export function connection(): Promise<Database> {
  if (!current) {
    const opening = openNewest(() => {
      if (current === opening) current = undefined;
    });
    current = opening;
    opening.catch(() => {
      if (current === opening) current = undefined;
    });
  }
  return current;
}

/** Closes this context's connection; the next use opens it again. */
export async function closeConnection(): Promise<void> {
  const closing = current;
  current = undefined;
  (await closing?.catch(() => undefined))?.close();
}

/** Opens the database; the migrations are loaded where it is not there yet, or of an older version. */
async function openNewest(onClosed: () => void): Promise<Database> {
  const opened = await openAsItIs(onClosed);
  if (opened) return opened;
  const { migrations } = await import('./migrations');
  return openDatabase(migrations, Date.now(), onClosed);
}

/**
 * @returns `undefined` when there is none, or an older one; then nothing was made.
 * @throws StoreError `refused` or `newer`.
 */
async function openAsItIs(onClosed: () => void): Promise<Database | undefined> {
  let opened: Database | undefined;
  let isMissing = false;
  try {
    opened = await openDB<OffprintSchema>('offprint', undefined, {
      upgrade(_database, _oldVersion, _newVersion, transaction) {
        isMissing = true;
        transaction.done.catch(() => {});
        transaction.abort();
      },
      blocking() {
        opened?.close();
        onClosed();
      },
      terminated: onClosed,
    });
  } catch (cause) {
    if (isMissing) return undefined;
    throw storeError(cause, 'refused');
  }
  const { version } = opened;
  if (version === newestVersion) return opened;
  opened.close();
  if (version > newestVersion) throw new StoreError('newer', `version ${version}`);
  return undefined;
}

/**
 * Opens the database, bringing an older one up step by step within a single transaction.
 * @param migrations In the order of their versions; the last one's version is the database's.
 * @param now ms since the epoch.
 * @param onClosed Called when the connection stops being usable.
 * @throws StoreError as `connection` does.
 */
export async function openDatabase(
  migrations: readonly Migration[],
  now: number,
  onClosed: () => void = () => {},
): Promise<Database> {
  const version = migrations.at(-1)?.version ?? 1;
  let failed: StoreError | undefined;
  let opened: Database | undefined;
  try {
    opened = await openDB<OffprintSchema>('offprint', version, {
      // idb ignores what an async upgrade rejects with, so the abort is ours to make.
      async upgrade(database, oldVersion, _newVersion, transaction) {
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
