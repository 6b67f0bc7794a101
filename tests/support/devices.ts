import { IDBFactory } from 'fake-indexeddb';
import { closeConnection } from '../../store/database/connection';
import { StoreLocal } from '../../store/sync/local';
import type { Own } from '../../sync/local';
import { newDevice } from '../../sync/round/ready';

/** One of several browsers, each with a store of its own, in one process. */
export class Device {
  readonly local: StoreLocal;
  private readonly factory = new IDBFactory();

  constructor(
    readonly name: string,
    private readonly now: () => number = () => 0,
  ) {
    this.local = new StoreLocal({ now: this.now });
  }

  /** Does something on it: the store is its own until somebody else's is used. */
  async on<Result>(work: (local: StoreLocal) => Promise<Result>): Promise<Result> {
    if (globalThis.indexedDB !== this.factory) {
      await closeConnection();
      globalThis.indexedDB = this.factory;
    }
    return work(this.local);
  }
}

/** What a device knows of itself that has sent nothing; it cannot seal. */
export function freshOwn(name: string): Own {
  const file = { vault: name, active: 1 } as Own['file'];
  return newDevice({ random: (count) => new Uint8Array(count).fill(7) }, { name, file, keys: [] });
}
