import { IDBFactory } from 'fake-indexeddb';
import { closeConnection } from '../../store/database/connection';
import { StoreLocal } from '../../store/sync/local';
import type { Own } from '../../sync/local';

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

/** What a device knows of itself that has sent nothing. */
export function freshOwn(name: string): Own {
  return {
    ...{ device: name, clientId: name.length, name, count: 0, nonce: '', at: 0, sentAt: 0, seq: 0 },
    ...{ segments: [], segmentBytes: 0, packs: [], loose: [], trash: [] },
    ...{ vault: 'vault', vaultCount: 1, keys: [], active: 1 },
  };
}
