import { connection, type Database } from '../database/connection';
import { storeError } from '../database/errors';

/** By connection, so that who opens the database anew asks anew. */
let named = new WeakMap<Database, Promise<string>>();

/**
 * The name by which this browser's profile stamps what the reader says: random, made when it is first
 * asked for, and gone with everything else when everything is deleted.
 * @throws StoreError
 */
export async function deviceName(): Promise<string> {
  const database = await connection();
  const known = named.get(database) ?? readDevice(database);
  named.set(database, known);
  try {
    return await known;
  } catch (cause) {
    named.delete(database);
    throw storeError(cause);
  }
}

/** Forgets the name, since what it was read from is gone. */
export function forgetDevice(): void {
  named = new WeakMap();
}

async function readDevice(database: Database): Promise<string> {
  const transaction = database.transaction('profile', 'readwrite');
  const known = await transaction.store.get('device');
  const name = typeof known === 'string' && known ? known : newDevice();
  if (name !== known) await transaction.store.put(name, 'device');
  await transaction.done;
  return name;
}

/** Fifty random bits: enough that no two of a reader's devices ever meet. */
function newDevice(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `${high.toString(36)}${low.toString(36)}`.slice(0, 10);
}
