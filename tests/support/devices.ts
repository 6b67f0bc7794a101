import { IDBFactory } from 'fake-indexeddb';
import { closeConnection } from '../../store/database/connection';
import { StoreLocal } from '../../store/sync/local';
import type { Own } from '../../sync/local';
import { newDevice } from '../../sync/round/ready';
import { paper, sightOn } from './store';

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

/** A device that is synced, with some papers sighted. */
export async function synced(name: string, papers = 3): Promise<Device> {
  const device = new Device(name, () => 9000);
  await device.on(async (local) => {
    await sightOn(
      '2026-03-27',
      1000,
      ...Array.from({ length: papers }, (_, at) => paper(`arxiv:${at}`)),
    );
    await local.restart(freshOwn(name), Number.POSITIVE_INFINITY);
  });
  return device;
}
