import type { Remarks, Standing } from '../../lib/bar-messages';
import { isUndecided, type PaperId } from '../../papers/paper';
import { recordOf } from '../../papers/past';
import { stepOf } from '../../papers/ranking/score';
import { isAgain, type PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import { stateOnPage } from '../../papers/state-on-page';
import { standing as standingRows } from '../../papers/words/row';
import { byIdsOrAliases } from '../database/by-id';
import type { Database } from '../database/connection';
import { impressionStore } from '../database/schema';
import { withDatabase } from '../database/with-database';
import type { Score } from '../ranking/rows';
import { scoresIn } from '../ranking/scores';

/** Tells in words what a rule looks at. */
export type NameOf = (rule: Rule) => string;

/** How papers of a page stand, and what is said of them there; see `Standing`. */
export type StandingOf = (ids: readonly PaperId[], day?: string) => Standing;

/** Which papers a page asks for. */
interface Asked {
  readonly ids?: readonly PaperId[];
  /** The key of a day's list: its papers are meant, too, as far as they are known. See `listKey`. */
  readonly listed?: string | undefined;
  /** The ISO day that the page is of, if it is of one: on its first day no paper comes again. */
  readonly day?: string | undefined;
  /**
   * Of a visit that begins: what was on screen in another one is seen for it, as its sighting is about to say.
   * Otherwise the page would show it as new for a moment.
   */
  readonly visitAt?: number | undefined;
}

/** More than a day's list ever has; of a longer one the newest count. */
const mostListed = 300;
const read = ['papers', 'past', 'rules', 'days', 'scores', impressionStore] as const;

/**
 * How the papers of a page stand, in one transaction.
 * @throws StoreError
 */
export async function standingOnPage(asked: Asked, nameOf: NameOf): Promise<Standing> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(read);
    const { ids = [], listed, visitAt } = asked;
    const list = listed && (await transaction.objectStore('days').get(listed))?.ids;
    const all = [...new Set([...ids, ...(list || []).slice(-mostListed)])];
    return (await lookUp(transaction, all, nameOf, visitAt))(all, asked.day);
  });
}

/**
 * Reads once, for several pages, how papers stand.
 * @throws StoreError
 */
export async function readStanding(ids: readonly PaperId[], nameOf: NameOf): Promise<StandingOf> {
  return withDatabase((database) => lookUp(database.transaction(read), ids, nameOf));
}

type Reading = ReturnType<typeof begin>;
const begin = (database: Database) => database.transaction(read);

async function lookUp(
  transaction: Reading,
  ids: readonly PaperId[],
  nameOf: NameOf,
  visitAt?: number,
): Promise<StandingOf> {
  const [impressions, rules, records] = await Promise.all([
    visitAt === undefined ? [] : transaction.objectStore(impressionStore).getAll(),
    transaction.objectStore('rules').getAll(),
    byIdsOrAliases(transaction.objectStore('papers'), ids),
  ]);
  const missing = ids.filter((id) => !records.has(id));
  const past = await byIdsOrAliases(transaction.objectStore('past'), missing);
  for (const [id, row] of past) records.set(id, recordOf(row));
  const undecided = [...records.values()].flatMap(({ id, state }) =>
    isUndecided(state) ? id : [],
  );
  const scores = await scoresIn(transaction.objectStore('scores'), undecided);
  const names = namesOf(standingRows(rules), nameOf);
  const elsewhere = new Set(impressions.flatMap((one) => (one.visitAt === visitAt ? [] : one.id)));
  return (asked, day) => ({
    states: Object.fromEntries(
      asked.map((id) => {
        const record = records.get(id);
        const state = stateOnPage(record);
        return [id, state === 'new' && record && elsewhere.has(record.id) ? 'seen' : state];
      }),
    ),
    remarks: Object.fromEntries(
      asked.flatMap((id) => {
        const record = records.get(id);
        const said = {
          ...remarksOn(record, names, day),
          ...toldOf(record && scores.get(record.id)),
        };
        return Object.keys(said).length ? [[id, said]] : [];
      }),
    ),
  });
}

/** What a page is told of how much a paper is for the reader; nothing while too little is known. */
function toldOf(score: Score | undefined): Pick<Remarks, 'likely' | 'score'> {
  if (!score?.likelihood) return {};
  const likely = stepOf(score.likelihood);
  return { score: Math.round(score.score * 100) / 100, ...(likely ? { likely } : {}) };
}

/** What rules look at in words, by their ids. */
export function namesOf(rules: readonly Rule[], nameOf: NameOf): ReadonlyMap<string, string> {
  return new Map(rules.map((rule) => [rule.id, nameOf(rule)]));
}

/**
 * What is to be said of a paper on the page of a day; `undefined` when there is nothing.
 * @param names See `namesOf`.
 */
export function remarksOn(
  record: PaperRecord | undefined,
  names: ReadonlyMap<string, string>,
  day?: string,
): Remarks | undefined {
  if (!record) return undefined;
  const { matches = [], mutedBy, state, firstDay } = record;
  const followed = matches.flatMap((rule) => names.get(rule) ?? []);
  const muted = mutedBy === undefined ? undefined : names.get(mutedBy);
  const isAgainHere = isAgain(record) && !(day !== undefined && day <= (firstDay ?? ''));
  const said: Remarks = {
    ...(followed.length > 0 ? { followed } : {}),
    ...(muted !== undefined && isUndecided(state) ? { muted } : {}),
    ...(state === 'deleted' ? { isBinned: true } : {}),
    ...(isAgainHere && firstDay !== undefined ? { firstDay } : {}),
  };
  return Object.keys(said).length > 0 ? said : undefined;
}
