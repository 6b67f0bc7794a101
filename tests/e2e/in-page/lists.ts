import type { Paper } from '../../../papers/paper';
import type { Day } from '../../../store/database/schema';
import { recordSighting } from '../../../store/records/sightings';

/** A day's list as the site would have answered. */
export interface ToldList {
  readonly day: string;
  readonly papers: readonly Paper[];
  readonly answer: Omit<Day, 'day' | 'ids'>;
}

async function tell(lists: readonly ToldList[]): Promise<void> {
  for (const { day, papers, answer } of lists) {
    const visitAt = answer.checkedAt ?? Date.now();
    await recordSighting({
      digest: `huggingface:day:${day}`,
      day,
      shows: 'poll',
      visitAt,
      papers,
      answer,
    });
  }
}

/** What a page has on its global object once it has evaluated this module. */
export interface ListsWindow {
  offprintTell: typeof tell;
}

(globalThis as unknown as ListsWindow).offprintTell = tell;
