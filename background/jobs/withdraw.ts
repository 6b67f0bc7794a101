import { browser } from '../../lib/browser';
import { forgetToldChanges } from '../../lib/changes';
import { report } from '../../lib/report';

/**
 * Takes away, after an update, what earlier versions kept where content scripts can read it: which papers
 * changed, which the deck goes through, and the words of rules. Call in the first tick.
 */
export function withdraw(): void {
  browser.runtime.onInstalled.addListener(() => {
    const takeOverDeckSession = async () =>
      (await import('../../store/deck/kept-session')).takeOverDeckSession();
    const forgetEarlierJudgedBy = async () =>
      (await import('../../store/rules/judged-by')).forgetEarlierJudgedBy();
    for (const work of [forgetToldChanges, takeOverDeckSession, forgetEarlierJudgedBy])
      work().catch((error: unknown) => report('update', error));
  });
}
