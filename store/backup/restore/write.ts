import { text } from '../../../lib/text';
import type { Past } from '../../../papers/past';
import type { Outcome } from '../../actions/change';
import { actInSlices, type Slice, type Watch } from '../../actions/in-slices';
import { Recording } from '../../actions/recording';
import type { Breath } from '../../database/breath';
import type { Tombstone } from '../../database/schema';
import { prefetchAmong } from '../../records/found';
import type { JoinBefore } from '../../records/join';
import type { Writer } from '../../records/writer';
import { forgetJudgedBy } from '../../rules/judged-by';
import { judgeAll } from '../../rules/verdicts';
import { leaveUnprepared, unprepareFor } from '../../search/unprepare';
import type { Contents } from '../contents';
import { Ahead } from './ahead';
import { arrivalsOf } from './arrivals';
import { bringIn } from './bring';
import { restoreTombstone } from './buried';
import { type Arrival, fateOf } from './fate';
import { PastRestorer } from './past';
import { type AddedRows, addRest } from './rest';
import type { Restored } from './undo';

/** What a restore did. */
export interface RestoreOutcome extends Outcome {
  /** How many papers came that were not here. */
  readonly added: number;
}

/**
 * Merges a backup into what is here, as anything that is known of a paper is merged: see `merge`. It is
 * one action that can be undone, in slices, each kept when it is complete; restoring again goes on where
 * it was stopped. Rules judge what was merged; that new rules judge the rest is for `refreshVerdicts`.
 * @param now ms since the epoch.
 * @param bringsBack Whether papers come back that were deleted, or taken off the list, since.
 * @throws StoreError What the slices before it did is kept, and can be undone.
 */
export async function restore(
  contents: Contents,
  now: number,
  bringsBack = false,
  watch: Watch = {},
): Promise<RestoreOutcome> {
  const units = [
    ...arrivalsOf(contents, text('noteDivider')),
    ...contents.tombstones,
    ...contents.past,
  ];
  const recording = new Recording(units.length, now);
  const ahead = new Ahead(text('noteDivider'));
  let [changed, added] = [0, 0];
  if (contents.rules.length) await forgetJudgedBy();
  const ended = await actInSlices(
    {
      items: units,
      recording,
      // What the file holds beside papers.
      isNeverEmpty: true,
      run: (writer, slice) => {
        const rest = slice.isFirst ? contents : undefined;
        return restoreSlice(writer, { ...slice, rest, bringsBack, ahead }, recording);
      },
      onDone: ({ restored }) => {
        changed += restored.filter(({ past }) => !past).length;
        added += restored.filter(({ rows, given }) => !rows && given).length;
      },
    },
    watch,
  );
  return { ...ended, changed, added };
}

type Unit = Arrival | Tombstone | Past;

interface RestoreSlice extends Slice<Unit> {
  /** Given with the first one: what the file holds beside papers. */
  readonly rest: Contents | undefined;
  readonly bringsBack: boolean;
  readonly ahead: Ahead;
}

/** What one transaction restored. */
interface Done {
  readonly restored: readonly Restored[];
  readonly joined: readonly JoinBefore[];
}

/** @returns `undefined` when the action was ended by somebody else. */
async function restoreSlice(
  writer: Writer,
  { items: units, next, rest, isLast, bringsBack, ahead }: RestoreSlice,
  recording: Recording,
): Promise<Done | undefined> {
  const action = await recording.action(writer);
  ahead.stop();
  if (action && action.stage !== 'running') return undefined;
  const added: AddedRows | undefined = rest && (await addRest(writer, rest));
  if (rest) await unprepareFor(writer, rest.papers.length);
  await leaveUnprepared(writer);
  const breath = await prefetch(writer, units);
  const past = new PastRestorer(writer, units.filter(isPast));
  const restored: Restored[] = [];
  const joined: JoinBefore[] = [];
  for (const unit of units) {
    const asPaper = (entry: Arrival) =>
      restorePaper(writer, entry, { now: recording.at, bringsBack, ahead }, joined);
    const one = await restoreUnit(writer, past, unit, asPaper);
    if (one) restored.push(one);
    writer.flush();
    await breath.due();
  }
  await judgeAll(
    writer,
    restored.filter(({ given }) => given).map(({ id }) => id),
  );
  const part = { before: [], restored, joined, isLast, ...(added ? { added } : {}) };
  recording.add(writer, part, action, { kind: 'imported' });
  ahead.start(next.filter((unit) => 'record' in unit));
  return { restored, joined };
}

function restoreUnit(
  writer: Writer,
  past: PastRestorer,
  unit: Unit,
  asPaper: (entry: Arrival) => Promise<Restored | undefined>,
): Promise<Restored | undefined> {
  if ('record' in unit) return asPaper(unit);
  if ('deletedAt' in unit) return restoreTombstone(writer, unit);
  return past.restore(unit, (record) => asPaper({ record }));
}

function isPast(unit: Unit): unit is Past {
  return !('record' in unit || 'deletedAt' in unit);
}

function prefetch(writer: Writer, units: readonly Unit[]): Promise<Breath> {
  const whole = units.filter((unit) => !isPast(unit));
  const papers = whole.map((unit) => ('record' in unit ? unit.record : unit));
  return prefetchAmong(writer, papers);
}

function restorePaper(
  writer: Writer,
  entry: Arrival,
  how: { readonly now: number } & Pick<RestoreSlice, 'bringsBack' | 'ahead'>,
  joined: JoinBefore[],
): Promise<Restored | undefined> {
  const { device, divider } = writer;
  return bringIn(writer, {
    paper: entry.record,
    now: how.now,
    joined,
    fate: (here) =>
      how.ahead.rowsOf(entry, here) ?? fateOf(entry, here, { ...how, device, divider }).rows,
  });
}
