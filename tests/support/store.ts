import './index-keys';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Paper } from '../../papers/paper';
import { closeConnection, connection } from '../../store/database/connection';
import { storeNames } from '../../store/database/schema';
import { recordSighting } from '../../store/records/sightings';
import { findInconsistencies } from '../../store/upkeep/consistency';

/** Gives every test an empty store, and checks after each that its parts agree. */
export function useFreshStore(): void {
  beforeEach(async () => {
    await closeConnection();
    globalThis.indexedDB = new IDBFactory();
    fakeBrowser.reset();
  });
  afterEach(async () => {
    expect(await findInconsistencies()).toEqual([]);
    if ('document' in globalThis) await untilQuiet();
    await closeConnection();
  });
}

/** How many transactions were begun so far. */
let begun = 0;
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...given) {
  begun += 1;
  return begin.apply(this, given);
};

/** Does some work under which the database is closed from outside, as its transaction of a number is to begin. */
export async function closedAt<T>(number: number, work: () => Promise<T>): Promise<T> {
  let left = number;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...given) {
    left -= 1;
    if (left === 0) {
      this.close();
      closeConnection().catch(() => undefined);
    }
    return transaction.apply(this, given);
  };
  try {
    return await work();
  } finally {
    IDBDatabase.prototype.transaction = transaction;
  }
}

/** How long a page may take from one thing to the next, in ms: some frames. */
const breath = 60;

/**
 * Waits until nothing that a page has begun goes on in the store: a transaction over all of it
 * comes after every other one, and after it none is begun.
 */
export async function untilQuiet(): Promise<void> {
  for (let before = -1; before !== begun; ) {
    await (await connection()).transaction(storeNames, 'readwrite').done;
    before = begun;
    await new Promise((resolve) => setTimeout(resolve, breath));
  }
}

/**
 * In the morning of 2026-03-27, in ms: for what options draw, which is a choice for each month since the first decision, and
 * those since 1970 take longer than all the rest.
 */
export const morning = Date.parse('2026-03-27T06:00Z');

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
  return recordSighting({
    digest: `huggingface:day:${day}`,
    day,
    shows: 'digest',
    visitAt,
    papers,
  });
}
