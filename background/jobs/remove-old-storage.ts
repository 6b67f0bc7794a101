import { browser } from '../../lib/browser';
import { report } from '../../lib/report';

/**
 * Takes away, after an update, what earlier versions kept where content scripts can read it: which papers
 * changed, which the deck goes through, and the words of rules. Call in the first tick.
 */
export function removeOldStorage(): void {
  browser.runtime.onInstalled.addListener(() => {
    const takeOverDeckSession = async () =>
      (await import('../../store/deck/kept-session')).takeOverDeckSession();
    const forgetEarlierJudgedBy = async () =>
      (await import('../../store/rules/judged-by')).forgetEarlierJudgedBy();
    for (const work of [forgetToldChanges, takeOverDeckSession, forgetEarlierJudgedBy])
      work().catch((error: unknown) => report('update', error));
  });
}

/** Versions up to 0.2 told of changes where content scripts could read it. */
async function forgetToldChanges(): Promise<void> {
  await browser.storage.local.remove('change');
}
