import { pause } from '../../../lib/slices';
import { text } from '../../../lib/text';
import { lastSaidAt } from '../../../papers/words/paper-words';
import { sliceSize } from '../../actions/in-slices';
import { byIdOrAlias } from '../../database/by-id';
import { connection } from '../../database/connection';
import type { Tombstone } from '../../database/schema';
import { withDatabase } from '../../database/with-database';
import { recordsBehind } from '../../records/behind';
import { readAmong } from '../../records/found';
import { deviceName } from '../../words/device';
import type { Contents } from '../contents';
import { arrivalsOf } from './arrivals';
import { type Addition, type Arrival, additions, type Fate, fateOf, type Restoring } from './fate';
import { countUnknown } from './past';

/** What restoring a backup would do. */
export interface RestorePlan {
  /** How many papers have which fate. */
  readonly papers: Readonly<Record<Fate['kind'], number>>;
  /** How many of those that are here would get what. */
  readonly adds: Readonly<Record<Addition, number>>;
  /** How many papers that are here were deleted for good where the file comes from. */
  readonly buried: number;
  /** Of how many papers that are not here it brings what is left of a shrunken one. */
  readonly past: number;
}

/**
 * Tells what restoring a backup would do; nothing is written.
 * @throws StoreError
 */
export async function planRestore(contents: Contents): Promise<RestorePlan> {
  const device = await deviceName();
  const divider = text('noteDivider');
  const how = { now: 0, device, bringsBack: false, divider };
  const entries = arrivalsOf(contents, divider);
  return withDatabase(async () => {
    const papers = { new: 0, changed: 0, conflicting: 0, deleted: 0, unchanged: 0 };
    const adds = Object.fromEntries(additions.map((one) => [one, 0])) as Record<Addition, number>;
    for (let at = 0; at < entries.length; at += sliceSize) {
      for (const { kind, adds: added } of await fates(entries.slice(at, at + sliceSize), how)) {
        papers[kind] += 1;
        if (kind !== 'new') for (const one of added) adds[one] += 1;
      }
      await pause();
    }
    const buried = await countOutlived(contents.tombstones);
    let past = 0;
    for (let at = 0; at < contents.past.length; at += sliceSize) {
      past += await countUnknown(contents.past.slice(at, at + sliceSize));
      await pause();
    }
    return { papers, adds, buried, past };
  });
}

async function fates(entries: readonly Arrival[], how: Restoring): Promise<Fate[]> {
  const here = await readAmong(entries.map(({ record }) => record));
  return Promise.all(
    entries.map(async (entry) => {
      const { own, ...claims } = await recordsBehind(entry.record, here.find);
      const [record] = own;
      if (record) return fateOf(entry, { ...claims, rows: here.rows(record) }, how);
      const tombstone = here.tombstone(entry.record);
      return fateOf(entry, { ...claims, ...(tombstone ? { tombstone } : {}) }, how);
    }),
  );
}

async function countOutlived(tombstones: readonly Tombstone[]): Promise<number> {
  const { store } = (await connection()).transaction('papers');
  const records = await Promise.all(tombstones.map(({ id }) => byIdOrAlias(store, id)));
  return records.filter(
    (record, at) => record && lastSaidAt(record) <= (tombstones[at]?.deletedAt ?? 0),
  ).length;
}
