import { browser } from '../../lib/browser';
import { withDatabase } from '../database/with-database';

/** Says by which rules the papers were last judged, all of them; in `profile`, for it has the rules' words. */
const key = 'judgedBy';

/**
 * What was last given to `setJudgedBy`; `undefined` when papers may be judged by other rules.
 * @throws StoreError
 */
export function judgedBy(): Promise<unknown> {
  return withDatabase((database) => database.get('profile', key));
}

/**
 * Notes that every paper is judged by the rules of a name.
 * @throws StoreError
 */
export async function setJudgedBy(name: string): Promise<void> {
  await withDatabase((database) => database.put('profile', name, key));
}

/**
 * Notes, before rules change, that papers may be judged by others than those that stand.
 * @throws StoreError
 */
export async function forgetJudgedBy(): Promise<void> {
  await withDatabase((database) => database.delete('profile', key));
}

/** Versions up to 0.2 noted it where content scripts could read it. */
export async function forgetEarlierJudgedBy(): Promise<void> {
  await browser.storage.local.remove(key);
}
