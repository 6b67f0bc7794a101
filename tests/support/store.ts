import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Paper } from '../../papers/paper';
import { closeConnection } from '../../store/connection';
import { findInconsistencies } from '../../store/consistency';
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
    await closeConnection();
  });
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
