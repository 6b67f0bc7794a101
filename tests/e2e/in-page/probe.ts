import type { Paper, PaperId } from '../../../papers/paper';
import type { RuleDraft } from '../../../papers/rules/proposals';
import { deleteEverything } from '../../../store/backup';
import { connection } from '../../../store/connection';
import { findInconsistencies } from '../../../store/consistency';
import { decide, setTags } from '../../../store/decide';
import { countNew } from '../../../store/queries';
import { makeRule } from '../../../store/rule-making';
import { sight } from '../../../store/sight';
import { snooze } from '../../support/deeds';

const day = '2026-03-27';

const probe = {
  inconsistencies: findInconsistencies,
  empty: deleteEverything,

  /** Saves papers as from a digest, each with its tags; the last one is the newest. */
  async save(papers: readonly Paper[], tags: readonly (readonly string[])[] = []): Promise<void> {
    const now = Date.parse(`${day}T12:00:00Z`);
    await sight({ digest: 'huggingface:day:probe', day, visitAt: now, shows: 'digest', papers });
    for (const [index, { id }] of papers.entries()) {
      await decide([id], 'unread', now + index);
      const names = tags[index] ?? [];
      if (names.length) await setTags(id, names, now + index);
    }
  },

  /** Meets papers on a day's list; those that are unknown become new. */
  async meet(on: string, papers: readonly Paper[]): Promise<void> {
    const visitAt = Date.parse(`${on}T12:00:00Z`);
    await sight({ digest: `huggingface:day:${on}`, day: on, visitAt, shows: 'digest', papers });
  },

  /** Sights papers on a digest, just now. */
  async sight(papers: readonly Paper[]): Promise<void> {
    const visitAt = Date.now();
    await sight({ digest: 'huggingface:day:probe', day, visitAt, shows: 'digest', papers });
  },

  /** Makes a rule and lets it judge. */
  async rule(draft: RuleDraft): Promise<void> {
    await makeRule(draft, Date.now());
  },

  /** How many papers are new, as it is told everywhere. */
  news: countNew,

  /** Snoozes a paper until a moment ago. */
  async snoozeUntilNow(id: PaperId): Promise<void> {
    await snooze([id], Date.now() - 1, Date.now());
  },

  /** How many papers are in each state, how many carry each tag, and how many a star. */
  async counted(): Promise<Record<string, number>> {
    const rows = await (await connection()).getAll('papers');
    const counts: Record<string, number> = {};
    for (const { state, tags, starred } of rows)
      for (const name of [state, ...tags.map((tag) => `#${tag}`), ...(starred ? ['starred'] : [])])
        counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  },
};

/** What a page has on its global object once it has evaluated this module. */
export interface ProbeWindow {
  offprintProbe: typeof probe;
}

(globalThis as unknown as ProbeWindow).offprintProbe = probe;
