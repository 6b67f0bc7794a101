import type { Paper, PaperId } from '../../../papers/paper';
import type { RuleDraft } from '../../../papers/rules/proposals';
import { deleteEverything } from '../../../store/backup/contents';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { countNew, openPaper } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { makeRule } from '../../../store/rules/making';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { addTag, decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { counted, meet, saveTagged } from '../../support/contents';
import { decideLiked, sightWaiting } from '../../support/liked';
import { snooze } from '../../support/paper-changes';

const day = '2026-03-27';

const probe = {
  inconsistencies: findInconsistencies,
  empty: deleteEverything,

  save: saveTagged,
  meet,
  counted,

  /** Sights papers on a digest, just now. */
  async recordSighting(papers: readonly Paper[]): Promise<void> {
    const visitAt = Date.now();
    await recordSighting({
      digest: 'huggingface:day:probe',
      day,
      visitAt,
      shows: 'digest',
      papers,
    });
  },

  /** Dismisses papers, wherever they stand. */
  async dismiss(ids: readonly PaperId[]): Promise<void> {
    await decide(ids, 'dismissed', Date.now());
  },
  /** Has a reader decide on sixty papers, and works out what of four new ones on a day is likely. */
  async likely(of: string): Promise<void> {
    await decideLiked(60);
    await sightWaiting(of);
    await rankWaiting(Date.now());
  },

  /** Makes a rule and lets it judge. */
  async rule(draft: RuleDraft): Promise<void> {
    await makeRule(draft, Date.now());
  },

  /** Writes a note in place of what there is. */
  async note(id: PaperId, text: string): Promise<void> {
    const { note } = await openPaper(id);
    await saveNote(id, text, note?.updatedAt ?? 0, '', Date.now());
  },

  /** Puts a tag on a paper. */
  tag: (id: PaperId, name: string) => addTag(id, name, Date.now()),

  /** How many papers are new, as it is told everywhere. */
  news: countNew,

  /** Snoozes a paper until a moment ago. */
  async snoozeUntilNow(id: PaperId): Promise<void> {
    await snooze([id], Date.now() - 1, Date.now());
  },
};

/** What a page has on its global object once it has evaluated this module. */
export interface ProbeWindow {
  offprintProbe: typeof probe;
}

(globalThis as unknown as ProbeWindow).offprintProbe = probe;
