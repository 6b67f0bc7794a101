import type { IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { announceChange } from '../lib/changes';
import { StoreError, storeError } from './errors';
import type { Migration } from './migrations';
import { newestVersion } from './migrations/version';
import type { OffprintSchema } from './schema';
import { Waiting } from './waiting';

/** An open database. */
export type Database = IDBPDatabase<OffprintSchema>;

/** An attempt to open the database; one that another window blocks is ready later after all. */
interface Opening {
  ready: Promise<Database>;
}

let current: Opening | undefined;

/**
 * The connection of this context, opened when first needed and again after it was closed from
 * outside (an upgrade in another window, cleared site data).
 * @throws StoreError `refused`, `newer`, `full` or `migration`, with the old data whole; `blocked` while
 * a page of an older version keeps the database open: when it is free, a change of everything is announced.
 */
export function connection(): Promise<Database> {
  current ??= begin();
  return current.ready;
}

function begin(): Opening {
  let isBlocked = false;
  let block = (): void => {};
  const opening: Opening = {
    ready: new Promise((_, reject) => {
      block = () => {
        isBlocked = true;
        reject(new StoreError('blocked', 'Another window keeps an older version open'));
      };
    }),
  };
  const forget = () => {
    if (current === opening) current = undefined;
  };
  const waiting = new Waiting(block);
  const opened = openNewest(forget, waiting).finally(() => waiting.end());
  opening.ready = Promise.race([opened, opening.ready]);
  const goOn = () => (isBlocked ? announceChange('all') : undefined);
  opened.then(
    (database) => {
      if (isBlocked && current !== opening) return database.close();
      opening.ready = opened;
      return goOn();
    },
    () => {
      forget();
      return goOn();
    },
  );
  return opening;
}

let named: Promise<string> | undefined;

/**
 * The name by which this browser's profile stamps what the reader says: random, made when it is first
 * asked for, and gone with everything else when everything is deleted.
 * @throws StoreError
 */
export function deviceName(): Promise<string> {
  named ??= readDevice().catch((cause) => {
    named = undefined;
    throw storeError(cause);
  });
  return named;
}

/** Forgets the name, since what it was read from is gone. */
export function forgetDevice(): void {
  named = undefined;
}

async function readDevice(): Promise<string> {
  const transaction = (await connection()).transaction('profile', 'readwrite');
  const known = await transaction.store.get('device');
  const name = known ?? newDevice();
  if (!known) await transaction.store.put(name, 'device');
  await transaction.done;
  return name;
}

/** Fifty random bits: enough that no two of a reader's devices ever meet. */
function newDevice(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${high.toString(36)}${low.toString(36)}`.slice(0, 10);
}

/** Closes this context's connection; the next use opens it again. */
export async function closeConnection(): Promise<void> {
  const closing = current;
  current = undefined;
  forgetDevice();
  (await closing?.ready.catch(() => undefined))?.close();
}

/** Opens the database; the migrations are loaded where it is not there yet, or of an older version. */
async function openNewest(onClosed: () => void, waiting: Waiting): Promise<Database> {
  const opened = await openAsItIs(onClosed);
  if (opened) return opened;
  const { migrations } = await import('./migrations');
  return openDatabase(migrations, Date.now(), onClosed, waiting);
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
 * @param waiting Told when others have to close first, and when nothing is waited for any more.
 * @throws StoreError as `connection` does.
 */
export async function openDatabase(
  migrations: readonly Migration[],
  now: number,
  onClosed: () => void = () => {},
  waiting?: Pick<Waiting, 'blocked' | 'end'>,
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
      blocked: () => waiting?.blocked(),
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
