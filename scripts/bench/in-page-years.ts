import { undoAction } from '../../store/actions/undo';
import { type Contents, readContents } from '../../store/backup/contents';
import { restore } from '../../store/backup/restore/write';
import { connection } from '../../store/database/connection';
import { listSaved } from '../../store/records/queries';
import { repairInconsistencies } from '../../store/upkeep/repair';
import { lastDay } from '../library/calendar';
import { generateLibrary, type LibraryBatch } from '../library/generate';
import { putBatch } from '../library/put';
import { untouched } from '../library/reader';

/** How many papers are restored at once. */
const restored = 500;
/** So many of the made-up list are passed over, since their ids are those of saved ones. */
const passedOver = 1000;

let batches: AsyncIterator<LibraryBatch> | undefined;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A backup of some saved papers, under ids that nobody has. */
async function strangers(run: number): Promise<Contents> {
  const { papers } = await listSaved({}, restored);
  const contents = await readContents(papers.map(({ id }) => id));
  const renamed = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, id: `url:https://bench.example/${run}/${row.id}` }));
  const { papers: records, details, notes, ...rest } = contents;
  const own = renamed(records).map(({ aliases: _aliases, ...record }) => record);
  return { ...rest, papers: own, details: renamed(details), notes: renamed(notes) };
}

/** The tools for a profile of many years. */
export const yearsBench = {
  /** Puts some of the papers that nobody saved; 0 when all are there and counted. */
  async addUntouched(count: number): Promise<number> {
    const end = lastDay + 86_400_000;
    const options = { seed: 99, count: count + passedOver, from: passedOver, agedAt: end };
    batches ??= generateLibrary({ ...options, mix: untouched });
    const next = await batches.next();
    if (!next.done) {
      // Tags and counters are of the batch alone; the counters are counted anew in the end.
      await putBatch(await connection(), { ...next.value, tags: [], counters: [] });
      return 1;
    }
    await repairInconsistencies();
    return 0;
  },

  /** What the browser says that everything takes, in MB. */
  async sizeOnDisk(_run: number): Promise<number> {
    return ((await navigator.storage.estimate()).usage ?? 0) / 1e6;
  },

  /** The weekly check of the whole store. */
  async weeklyCheck(_run: number): Promise<number> {
    return timed(async () => {
      const corrected = await repairInconsistencies();
      if (corrected.length) throw new Error(`The store was wrong: ${corrected[0]}`);
    });
  },

  /** A backup of some papers that are not here; it is undone again. */
  async restoreSome(run: number): Promise<number> {
    const contents = await strangers(run);
    let action = 0;
    const ms = await timed(async () => {
      action = (await restore(contents, Date.now())).action ?? 0;
    });
    await undoAction(action, Date.now());
    return ms;
  },
};
