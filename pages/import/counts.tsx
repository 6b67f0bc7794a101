import type { JSX } from 'preact';
import { additions } from '../../imports/plan/fate';
import { counted, listed, number, shortDay, text } from '../../lib/text';
import { localDay } from '../../papers/local-day';
import { statuses } from '../../papers/paper';
import { additionCounts } from '../../wording/imports';
import { statusNames } from '../../wording/status';
import type { Overview } from './overview';

/** What would become of the papers, counted. */
export function Counts(props: {
  readonly overview: Overview;
  /** How many entries of the files tell of the papers. */
  readonly entries: number;
  readonly papers: number;
}): JSX.Element {
  const { overview, entries, papers } = props;
  const { fates, adds, conflicts } = overview;
  const added = additions
    .filter((name) => adds[name])
    .map((name) => text(additionCounts[name], number(adds[name])));
  const richer = fates.richer + gettingMore(overview);
  const lines = [
    fates.new && counted('importCountNew', fates.new),
    fates.doubtful && counted('importCountDoubtful', fates.doubtful),
    richer && counted('importCountRicher', richer, listed(added)),
    fates.known && counted('importCountKnown', fates.known),
    conflicts.status && counted('importCountStatus', conflicts.status),
    conflicts.note && counted('importCountNote', conflicts.note),
    conflicts.removed && counted('importCountRemoved', conflicts.removed),
  ];
  return (
    <>
      <p class="sum">
        {entries === papers
          ? counted('importCountOnly', papers)
          : counted('importCountPapers', papers, counted('importEntries', entries))}
      </p>
      <ul class="counts">
        {lines.map((line, at) => line !== 0 && <li key={String(at)}>{line}</li>)}
      </ul>
    </>
  );
}

/** Those among the ones that say otherwise which get something all the same. */
function gettingMore({ fates, changes }: Overview): number {
  return changes - fates.new - fates.doubtful - fates.richer;
}

/** What the files say of how far the reader is, and since when. */
export function WordsSaid({ overview, now }: { overview: Overview; now: number }): JSX.Element {
  const { statuses: known, saved, notes, starred, tags } = overview;
  const told = statuses.filter((status) => known[status]);
  const parts = told.map((status) =>
    text('importStatusOf', number(known[status]), text(statusNames[status]).toLowerCase()),
  );
  return (
    <>
      <h3>{text('importWordsTitle')}</h3>
      <p>
        {told.length ? text('importStatuses', listed(parts)) : text('importStatusNoneAll')}{' '}
        {told.length > 0 && known.none > 0 && `${counted('importStatusNone', known.none)}.`}
      </p>
      <p>{savedSentence(saved, now)}</p>
      <p>
        {[
          tags > 0 && counted('importTags', tags),
          notes > 0 && counted('importNotes', notes),
          starred > 0 && counted('importStarred', starred),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}

function savedSentence({ count, from, to }: Overview['saved'], now: number): string {
  if (from === undefined || to === undefined) return text('importSavedNone');
  const [first, last] = [from, to].map((at) => shortDay(localDay(at), now));
  return first === last
    ? counted('importSavedDay', count, first ?? '')
    : counted('importSaved', count, first ?? '', last ?? '');
}
