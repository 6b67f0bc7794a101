import { type Here, type Importing, type ImportOptions, importFate } from '../../imports/plan/fate';
import { byId } from '../../imports/plan/groups';
import type { ImportedPaper } from '../../imports/types';
import { sortedInSlices } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import type { Outcome } from '../actions/change';
import { actInSlices, type Slice, type Watch } from '../actions/in-slices';
import { Recording } from '../actions/recording';
import { bringIn } from '../backup/restore/bring';
import type { Restored } from '../backup/restore/undo';
import { prefetchAmong } from '../records/found';
import type { JoinBefore } from '../records/join';
import { isDeleted } from '../records/tombstones';
import type { Writer } from '../records/writer';
import { judgeAll } from '../rules/verdicts';

/** A paper of a file that the reader wants. */
export interface Chosen {
  readonly entry: ImportedPaper;
  /** The paper here that the reader, or the plan, says it is or may be. */
  readonly twin?: { readonly id: PaperId; readonly isSame: boolean };
}

/** What an import did. */
export interface ImportOutcome extends Outcome {
  /** How many papers came that were not here. */
  readonly added: number;
}

/**
 * Puts papers of files into the reading list, as one action that can be undone, in slices, each kept when it is
 * complete; done again it goes on where it was stopped, and changes nothing where it was done. What the reader has
 * said here stands. Rules judge what was not here before.
 * @param now ms since the epoch.
 * @throws StoreError What the slices before it did is kept, and can be undone.
 */
export async function importPapers(
  chosen: readonly Chosen[],
  options: ImportOptions,
  now: number,
  watch: Watch = {},
): Promise<ImportOutcome> {
  const recording = new Recording(chosen.length, now);
  let [changed, added] = [0, 0];
  const ended = await actInSlices(
    {
      items: await sortedInSlices(chosen, (one, other) => byId(one.entry, other.entry)),
      recording,
      run: (writer, slice) => importSlice(writer, slice, options, recording),
      onDone: (done) => {
        changed += done.length;
        added += done.filter(({ rows }) => !rows).length;
      },
    },
    watch,
  );
  return { ...ended, changed, added };
}

/** @returns `undefined` when the action was ended by somebody else. */
async function importSlice(
  writer: Writer,
  { items: chosen, isLast }: Slice<Chosen>,
  options: ImportOptions,
  recording: Recording,
): Promise<readonly Restored[] | undefined> {
  const action = await recording.action(writer);
  if (action && action.stage !== 'running') return undefined;
  const breath = await prefetchAmong(
    writer,
    chosen.flatMap(({ entry, twin }) => [entry.paper, ...(twin ? [twin] : [])]),
  );
  const how: Importing = { ...options, now: recording.at, divider: writer.divider };
  const restored: Restored[] = [];
  const joined: JoinBefore[] = [];
  for (const one of chosen) {
    const written = await importOne(writer, one, how, joined);
    if (written) restored.push(written);
    writer.flush();
    await breath.due();
  }
  await judgeAll(
    writer,
    restored.map(({ id }) => id),
  );
  recording.add(writer, { before: [], restored, joined, isLast }, action, { kind: 'imported' });
  return restored;
}

function importOne(
  writer: Writer,
  { entry, twin }: Chosen,
  how: Importing,
  joined: JoinBefore[],
): Promise<Restored | undefined> {
  return bringIn(writer, {
    paper: entry.paper,
    same: twin?.isSame ? twin.id : undefined,
    now: how.now,
    joined,
    fate({ refused, rows, tombstone }) {
      const here: Here = {
        refused,
        ...(rows ? { rows } : {}),
        ...(isDeleted(tombstone) ? { isBuried: true } : {}),
        ...(twin && !rows ? { twin: twin.id } : {}),
      };
      return importFate(entry, here, how).rows;
    },
  });
}
