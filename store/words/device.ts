import { connection, type Database } from '../database/connection';
import { storeError } from '../database/errors';
import { unawaited } from '../database/requests';

/** Who stamps the words that are said here. */
export interface Self {
  /** This browser's profile, by its random name. */
  readonly device: string;
  /** Whether what is said is noted for other devices; see store/sync/. */
  readonly isSynced: boolean;
}

/** By connection, so that who opens the database anew asks anew. */
let known = new WeakMap<Database, Self>();

/** The store `profile` in a transaction that writes. */
interface Profile {
  get(key: 'device'): Promise<unknown>;
  put(value: unknown, key: 'device'): Promise<unknown>;
  readonly transaction: { readonly done: Promise<void> };
}

/**
 * The name by which this browser's profile stamps what the reader says: random, made when it is first
 * asked for, and gone with everything else when everything is deleted.
 * @throws StoreError
 */
export async function deviceName(): Promise<string> {
  return (await readSelf()).device;
}

/**
 * The same, with whether what is said is noted for other devices.
 * @throws StoreError
 */
export async function readSelf(): Promise<Self> {
  const database = await connection();
  const self = known.get(database);
  if (self !== undefined) return self;
  try {
    const { store, done } = database.transaction('profile', 'readwrite');
    const read = await selfIn(database, store);
    await done;
    return read;
  } catch (cause) {
    throw storeError(cause);
  }
}

/** The same for who has a transaction open that writes; a name that is made is kept with it. */
export async function selfIn(database: Database, profile: Profile): Promise<Self> {
  const self = known.get(database);
  if (self !== undefined) return self;
  const stored = await profile.get('device');
  const found = selfOf(stored);
  const read = found ?? { device: newDevice(), isSynced: false };
  if (!found) unawaited(profile.put(read.device, 'device'));
  profile.transaction.done.then(
    () => known.set(database, read),
    () => {},
  );
  return read;
}

/**
 * Keeps, within a transaction, under which name words are stamped from now on and whether they are noted for other
 * devices. Every connection reads it once: they have to be opened anew; see `renewConnections`.
 */
export function putSelf(profile: Profile, { device, isSynced }: Self): void {
  unawaited(profile.put(isSynced ? { device, isSynced } : device, 'device'));
}

/** Forgets the name, since what it was read from is gone. */
export function forgetDevice(): void {
  known = new WeakMap();
}

/** The name alone, where nothing is synced. */
function selfOf(stored: unknown): Self | undefined {
  if (typeof stored === 'string') return stored ? { device: stored, isSynced: false } : undefined;
  const { device, isSynced } = (stored ?? {}) as Partial<Self>;
  return typeof device === 'string' && device ? { device, isSynced: isSynced === true } : undefined;
}

/** A name of fifty random bits: enough that no two of a reader's devices ever meet. */
export function newDevice(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${high.toString(36)}${low.toString(36)}`.slice(0, 10);
}
