import { connection, type Database } from '../database/connection';
import { storeError } from '../database/errors';
import { unawaited } from '../database/requests';

/** By connection, so that who opens the database anew asks anew. */
let named = new WeakMap<Database, string>();

/** The store `profile` in a transaction that writes. */
interface Profile {
  get(key: 'device'): Promise<unknown>;
  put(value: string, key: 'device'): Promise<unknown>;
  readonly transaction: { readonly done: Promise<void> };
}

/**
 * The name by which this browser's profile stamps what the reader says: random, made when it is first
 * asked for, and gone with everything else when everything is deleted.
 * @throws StoreError
 */
export async function deviceName(): Promise<string> {
  const database = await connection();
  const known = named.get(database);
  if (known !== undefined) return known;
  try {
    const { store, done } = database.transaction('profile', 'readwrite');
    const name = await deviceIn(database, store);
    await done;
    return name;
  } catch (cause) {
    throw storeError(cause);
  }
}

/** The same for who has a transaction open that writes; a name that is made is kept with it. */
export async function deviceIn(database: Database, profile: Profile): Promise<string> {
  const known = named.get(database);
  if (known !== undefined) return known;
  const stored = await profile.get('device');
  const name = typeof stored === 'string' && stored ? stored : newDevice();
  if (name !== stored) unawaited(profile.put(name, 'device'));
  profile.transaction.done.then(
    () => named.set(database, name),
    () => {},
  );
  return name;
}

/** Forgets the name, since what it was read from is gone. */
export function forgetDevice(): void {
  named = new WeakMap();
}

/** Fifty random bits: enough that no two of a reader's devices ever meet. */
function newDevice(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${high.toString(36)}${low.toString(36)}`.slice(0, 10);
}
