import type { IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import { StoreError, storeError } from './errors';
import { newestVersion } from './migrations/version';
import type { OffprintSchema } from './schema';
import { type Waiting, waitFor } from './waiting';

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
  let block!: () => void;
  const opening: Opening = {
    ready: new Promise((_, reject) => {
      block = () => {
        isBlocked = true;
        reject(new StoreError('blocked', ''));
      };
    }),
  };
  const forget = () => {
    if (current === opening) current = undefined;
  };
  const waiting = waitFor(block);
  const opened = openNewest(forget, waiting).finally(waiting.end);
  opening.ready = Promise.race([opened, opening.ready]);
  const goOn = async () => {
    if (isBlocked) await (await import('../../lib/announce')).announceChange();
  };
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

/** Closes this context's connection; the next use opens it again. */
export async function closeConnection(): Promise<void> {
  const closing = current;
  current = undefined;
  (await closing?.ready.catch(() => undefined))?.close();
}

/** Opens the database; the migrations are loaded where it is not there yet, or of an older version. */
async function openNewest(onClosed: () => void, waiting: Waiting): Promise<Database> {
  const opened = await openAsItIs(onClosed);
  if (opened) return opened;
  const { migrations, openDatabase } = await import('./upgrade');
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
