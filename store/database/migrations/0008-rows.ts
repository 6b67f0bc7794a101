import type { IDBPTransaction } from 'idb';
import type { Migration } from './index';

type Transaction = IDBPTransaction<unknown, string[], 'versionchange'>;

interface StampThen {
  readonly at: number;
  readonly device: '';
}

interface RuleThen {
  readonly id: string;
  readonly createdAt: number;
}

interface ListThen {
  readonly id: string;
}

interface LookThen {
  readonly key: string;
  readonly name: string;
  readonly hue?: number;
}

interface StepThen {
  /** How tags looked before the action. */
  readonly looks?: readonly LookThen[];
  /** What a restore put where nothing was. */
  readonly added?: {
    readonly lists: readonly ListThen[];
    readonly rules: readonly RuleThen[];
    readonly looks: readonly LookThen[];
  };
}

/** Rows as they were, by key. */
interface Before {
  readonly lists: ReadonlyMap<string, ListThen>;
  readonly rules: ReadonlyMap<string, RuleThen>;
  readonly tags: ReadonlyMap<string, LookThen>;
}

/** What stands here is later than what a file without stamps says, and earlier than all that is said from now on. */
const first: StampThen = { at: 1, device: '' };

function ruleStamp({ createdAt }: RuleThen): StampThen {
  return { at: createdAt + 1, device: '' };
}

/**
 * Rules, smart lists and the hues of tags are registers from now on: each has a stamp. When they were
 * changed was not kept. What was done to them can be undone while they have that stamp.
 */
export const rows: Migration = {
  version: 8,
  name: 'rows',
  async up(_database, transaction) {
    const before = {
      lists: byKey(await read<ListThen>(transaction, 'lists'), ({ id }) => id),
      rules: byKey(await read<RuleThen>(transaction, 'rules'), ({ id }) => id),
      tags: byKey(await read<LookThen>(transaction, 'tags'), ({ key }) => key),
    };
    await put(transaction, 'lists', [...before.lists.values()], () => first);
    await put(transaction, 'rules', [...before.rules.values()], ruleStamp);
    const hued = [...before.tags.values()].filter(({ hue }) => hue !== undefined);
    await put(transaction, 'tags', hued, () => first);
    await stampSteps(transaction, before);
  },
};

async function read<Row>(transaction: Transaction, name: string): Promise<Row[]> {
  return (await transaction.objectStore(name).getAll()) as Row[];
}

function byKey<Row>(all: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  return new Map(all.map((row) => [keyOf(row), row]));
}

async function put<Row extends object>(
  transaction: Transaction,
  name: string,
  all: readonly Row[],
  stampOf: (row: Row) => StampThen,
): Promise<void> {
  const store = transaction.objectStore(name);
  await Promise.all(all.map((row) => store.put?.({ ...row, stamp: stampOf(row) })));
}

async function stampSteps(transaction: Transaction, before: Before): Promise<void> {
  let cursor = await transaction.objectStore('steps').openCursor();
  while (cursor) {
    const { looks, added, ...step } = cursor.value as StepThen;
    if (looks || added) {
      const stamped = {
        ...step,
        ...(looks ? { looks: looks.map((look) => lookChange(look, before)) } : {}),
        ...(added ? { added: { ...added, ...written(added, before) } } : {}),
      };
      await cursor.update?.(stamped);
    }
    cursor = await cursor.continue();
  }
}

/** A rename gave a hue to a tag that had none, and took none away. */
function lookChange({ key, name, hue }: LookThen, { tags }: Before): object {
  const now = tags.get(key);
  const isGiven = hue === undefined && now?.hue !== undefined;
  return {
    ...{ key, from: name, to: now?.name ?? name },
    ...(isGiven ? { hue: { stamp: first } } : {}),
  };
}

/** What a restore wrote, as far as it is still as it was written. */
function written(added: NonNullable<StepThen['added']>, { lists, rules, tags }: Before): object {
  const isSame = (one: object, other: object | undefined) =>
    JSON.stringify(one) === JSON.stringify(other);
  return {
    lists: added.lists
      .filter((list) => isSame(list, lists.get(list.id)))
      .map(({ id }) => ({ id, given: first })),
    rules: added.rules
      .filter((rule) => isSame(rule, rules.get(rule.id)))
      .map((rule) => ({ id: rule.id, given: ruleStamp(rule) })),
    looks: added.looks
      .filter(({ key }) => tags.get(key)?.hue !== undefined)
      .map(({ key }) => ({ id: key, given: first })),
  };
}
