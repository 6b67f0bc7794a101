import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Paper } from '../../papers/paper';
import { closeConnection, connection } from '../../store/connection';
import { findInconsistencies } from '../../store/consistency';
import { storeNames } from '../../store/schema';
import { sight } from '../../store/sight';

/** Gives every test an empty store, and checks after each that its parts agree. */
export function useFreshStore(): void {
  beforeEach(async () => {
    await closeConnection();
    globalThis.indexedDB = new IDBFactory();
    fakeBrowser.reset();
  });
  afterEach(async () => {
    expect(await findInconsistencies()).toEqual([]);
    await quiet();
    await closeConnection();
  });
}

/**
 * Waits until nothing that a closed page has begun is still going on in the store: a transaction over
 * all of it comes after every other one, and what those lead to after the next.
 */
async function quiet(): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    await (await connection()).transaction(storeNames, 'readwrite').done;
}

/** A paper as a page would tell it. */
export function paper(id: string, more: Partial<Paper> = {}): Paper {
  return {
    id,
    title: `Paper ${id}`,
    authors: ['Ada Lovelace', 'Émile Borel'],
    upvotes: 3,
    ...more,
  };
}

/** Sights papers on a day page. */
export function sightOn(day: string, visitAt: number, ...papers: Paper[]) {
  return sight({ digest: `huggingface:day:${day}`, day, shows: 'digest', visitAt, papers });
}
