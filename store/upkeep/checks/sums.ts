import { countPaper, type SumsByMonth } from '../../../papers/statistics/month';
import type { Tag } from '../../database/schema';
import { counterNames } from '../../derived/counter-names';
import { monthRows } from '../../derived/months';
import { isKeptTag } from '../../derived/tag-counts';
import { Tally } from '../../derived/tally';
import type { Transaction } from '../../search/step';
import {
  addPapers,
  type Check,
  type Disagreement,
  differing,
  disagreement,
  type Sum,
} from '../check';

/** Counters, tags with their counts and the sums of months are what the papers come to. */
export const sums: Check = {
  async find(transaction) {
    const sum = begin();
    await addPapers(sum, (range, most) => transaction.objectStore('papers').getAll(range, most));
    return { found: await sum.find(transaction) };
  },
  sum: {
    begin,
    async stored(transaction) {
      const stores = (['counters', 'tags', 'months'] as const).map((name) =>
        transaction.objectStore(name),
      );
      const rows = stores.flatMap((store) => [store.getAll(), store.getAllKeys()]);
      return JSON.stringify(await Promise.all<unknown>(rows));
    },
  },
};

function begin(): Sum {
  const tally = new Tally();
  const months: SumsByMonth = new Map();
  return {
    add(paper) {
      tally.add(paper);
      countPaper(months, paper, 1);
    },
    find: async (transaction) => [
      ...(await compareCounters(transaction, tally)),
      ...(await compareTags(transaction, tally)),
      ...(await compareMonths(transaction, months)),
    ],
  };
}

async function compareCounters(transaction: Transaction, tally: Tally): Promise<Disagreement[]> {
  const store = transaction.objectStore('counters');
  const stored = await Promise.all(counterNames.map((name) => store.get(name)));
  return counterNames.flatMap((name, at) => {
    const [about, count] = [`counter ${name}`, tally.counters.get(name) ?? 0];
    return disagreement(about, differing(about, stored[at] ?? 0, count), () =>
      store.put(count, name),
    );
  });
}

/** A hue without a stamp is taken for one that was given before all others. */
async function compareTags(transaction: Transaction, tally: Tally): Promise<Disagreement[]> {
  const store = transaction.objectStore('tags');
  const rows = new Map((await store.getAll()).map((tag) => [tag.key, tag]));
  return [...new Set([...rows.keys(), ...tally.tags.keys()])].flatMap((key) => {
    const [stored, used] = [rows.get(key), tally.tags.get(key)];
    const isTorn = stored?.hue !== undefined && !stored.stamp;
    const whole: Tag = {
      ...(stored ?? { key, name: used?.name ?? key }),
      count: used?.count ?? 0,
      ...(isTorn ? { stamp: { at: 0, device: '' } } : {}),
    };
    const tag = isKeptTag(whole) ? whole : undefined;
    const mend = () => (tag ? store.put(tag) : store.delete(key));
    return disagreement(`tag ${key}`, differing(`tag ${key}`, stored, tag), mend);
  });
}

/** Months that were not counted yet (see `prepareMonths`) are passed over. */
async function compareMonths(
  transaction: Transaction,
  months: SumsByMonth,
): Promise<Disagreement[]> {
  const store = transaction.objectStore('months');
  const stored = new Map((await store.getAll()).map((row) => [row.month, row]));
  const counted = new Map(monthRows(months).map((row) => [row.month, row]));
  const all = stored.size ? new Set([...stored.keys(), ...counted.keys()]) : [];
  return [...all].flatMap((month) => {
    const row = counted.get(month);
    const mend = () => (row ? store.put(row) : store.delete(month));
    return disagreement('statistics', differing(`month ${month}`, stored.get(month), row), mend);
  });
}
