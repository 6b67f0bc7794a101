import { isUndecided } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { isSameStamp } from '../../papers/words/stamp';
import { markUndone } from '../decisions/log';
import type { Writer } from '../records/writer';
import { isTakenOnArrival } from '../rules/acting';

/** What was decided on other devices, of which this one learns as of what is decided here. */
export class DecidedElsewhere {
  readonly #decided: PaperRecord[] = [];
  readonly #takenBack: PaperRecord[] = [];

  /** Takes a paper as it was here, and as it is now that more was said of it. */
  take(before: PaperRecord | undefined, after: PaperRecord): void {
    if (isSameStamp(before?.stamps.standing, after.stamps.standing)) return;
    // Said here as well, by the reader or by the same rule: it was noted then.
    if (before?.state === after.state) return;
    if (!isUndecided(after.state)) this.#decided.push(after);
    else if (before && !isUndecided(before.state)) this.#takenBack.push(before);
  }

  /**
   * Notes all of it in the log, as when it was decided. What was decided in one instant was decided of many at once; of those that come
   * in several parts the first is taken for one alone. What a rule saved there was decided by nobody.
   * @param instants When those were decided that came before; gets those of these.
   */
  async settle(writer: Writer, instants: Set<number>): Promise<void> {
    const atOnce = new Map<number, number>();
    for (const record of this.#decided) {
      const at = decidedAt(record);
      atOnce.set(at, (atOnce.get(at) ?? Number(instants.has(at))) + 1);
    }
    for (const record of this.#decided) {
      const at = decidedAt(record);
      instants.add(at);
      const { id, state, upvotes, sites } = record;
      const byReader = (atOnce.get(at) ?? 0) > 1 ? ('bulk' as const) : ('reader' as const);
      const by = isTakenOnArrival(record) ? 'rule' : byReader;
      const source = sites?.[0];
      writer.decisions.note({
        ...{ id, upvotes, at, what: state, by },
        ...(source === undefined ? {} : { source }),
      });
    }
    for (const record of this.#takenBack)
      await markUndone(writer.transaction, decidedAt(record), [record.id]);
  }
}

function decidedAt({ stamps }: PaperRecord): number {
  return stamps.standing?.at ?? 0;
}
