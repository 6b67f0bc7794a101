import { browser } from '../../lib/browser';

/** Says by which rules the papers were last judged, all of them. */
const key = 'judgedBy';

/** What was last given to `setJudgedBy`; `undefined` when papers may be judged by other rules. */
export async function judgedBy(): Promise<unknown> {
  return (await browser.storage.local.get(key))[key];
}

/** Notes that every paper is judged by the rules of a name. */
export async function setJudgedBy(name: string): Promise<void> {
  await browser.storage.local.set({ [key]: name });
}

/** Notes, before rules change, that papers may be judged by others than those that stand. */
export async function forgetJudgedBy(): Promise<void> {
  await browser.storage.local.remove(key);
}
