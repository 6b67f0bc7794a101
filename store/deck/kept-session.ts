import * as v from 'valibot';
import { browser } from '../../lib/browser';
import type { DeckSession } from '../../papers/deck/session';
import { defined } from '../../papers/record';
import { withDatabase } from '../database/with-database';

/** In `profile`, and up to version 0.2 in `storage.local`, which content scripts can read. */
const key = 'deck';

const ids = v.array(v.string());
const optional = <Field extends v.GenericSchema>(field: Field) =>
  v.fallback(v.optional(field), undefined);

/** A field that is damaged is absent; without its papers and its beginning there is no session. */
const schema = v.object({
  ids,
  since: v.number(),
  scope: v.fallback(
    v.pipe(
      v.object({ days: v.optional(ids), list: v.optional(v.string()), listed: v.optional(ids) }),
      v.transform(defined),
    ),
    {},
  ),
  withMuted: v.fallback(v.boolean(), false),
  onlyUnseen: v.fallback(v.boolean(), false),
  pace: optional(v.pipe(v.number(), v.minValue(100), v.maxValue(600_000))),
  budget: optional(v.object({ minutes: v.number(), picked: ids })),
  order: optional(v.literal('forYou')),
  widening: optional(ids),
  at: optional(v.string()),
  held: optional(v.string()),
});

/**
 * The session that was kept last; `undefined` when there is none, or it is damaged.
 * @throws StoreError
 */
export async function readDeckSession(): Promise<DeckSession | undefined> {
  await takeOverDeckSession();
  const kept = await withDatabase((database) => database.get('profile', key));
  const { success, output } = v.safeParse(schema, kept);
  return success ? defined(output) : undefined;
}

/**
 * Keeps a session, so that the deck can go on with it after its page was closed or killed.
 * @throws StoreError
 */
export async function keepDeckSession(session: DeckSession): Promise<void> {
  await withDatabase((database) => database.put('profile', session, key));
}

/**
 * Takes over a session that an earlier version kept, unless there is one of this version. Killed on the way,
 * it is done again.
 * @throws StoreError
 */
export async function takeOverDeckSession(): Promise<void> {
  const earlier = (await browser.storage.local.get(key))[key];
  if (earlier === undefined) return;
  await withDatabase(async (database) => {
    const { store, done } = database.transaction('profile', 'readwrite');
    if ((await store.getKey(key)) === undefined) await store.put(earlier, key);
    await done;
  });
  await forgetEarlierSession();
}

/** Forgets a session that an earlier version kept; one of this version goes with the store. */
export async function forgetEarlierSession(): Promise<void> {
  await browser.storage.local.remove(key);
}
