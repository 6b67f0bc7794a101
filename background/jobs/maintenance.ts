import { addNotice } from '../../lib/notices';
import { readOptions } from '../../lib/options';
import { age } from '../../store/upkeep/growth';
import { repairInconsistencies } from '../../store/upkeep/repair';
import { tellMendedTags } from '../../store/words/mended';

export { purgeBin } from '../../store/records/bin';
export { endVisitsBefore } from '../../store/records/impressions';
export { nextWake, wakeSnoozed } from '../../store/words/snooze';

/** Gives papers an end that nobody said a word of, where the reader wants that; see `age`. */
export async function ageUnsaid(now: number): Promise<unknown> {
  return age(now, (await readOptions()).keepsAll);
}

/** Puts right what disagrees within the store, and says how much did. */
export async function repair(): Promise<number> {
  return (await repairInconsistencies()).length;
}

/** Keeps it as a notice where an upgrade of the store has mended tags. */
export function tellMended(): Promise<void> {
  return tellMendedTags((count) => addNotice('mended', count, Date.now()));
}
