import type { Remarks } from '../../lib/bar-messages';
import { isUndecided, type PaperId } from '../../papers/paper';
import { isAgain, type PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import { listRules } from '../rules/read';
import { recordsByAsked } from './queries';

/**
 * What is to be said of the papers of a page, by the id the page used; papers with nothing to say of
 * them are left out.
 * @param nameOf Tells in words what a rule looks at.
 * @param day The ISO day that the page is of, if it is of one: on its first day no paper comes again.
 * @throws StoreError
 */
export async function remarksOnPage(
  ids: readonly PaperId[],
  nameOf: (rule: Rule) => string,
  day?: string,
): Promise<Record<PaperId, Remarks>> {
  const [records, rules] = await Promise.all([recordsByAsked(ids), listRules()]);
  const names = new Map(rules.map((rule) => [rule.id, nameOf(rule)]));
  const remarks: Record<PaperId, Remarks> = {};
  for (const [id, record] of records) {
    const said = { ...remarksOn(record, names), ...againOn(record, day) };
    if (Object.keys(said).length > 0) remarks[id] = said;
  }
  return remarks;
}

function remarksOn(record: PaperRecord, names: ReadonlyMap<string, string>): Remarks {
  const followed = record.matches?.flatMap((rule) => names.get(rule) ?? []) ?? [];
  const muted = record.mutedBy === undefined ? undefined : names.get(record.mutedBy);
  return {
    ...(followed.length > 0 ? { followed } : {}),
    ...(muted !== undefined && isUndecided(record.state) ? { muted } : {}),
    ...(record.state === 'deleted' ? { isBinned: true } : {}),
  };
}

function againOn(record: PaperRecord, day: string | undefined): Remarks {
  const { firstDay } = record;
  if (!isAgain(record) || firstDay === undefined) return {};
  return day !== undefined && day <= firstDay ? {} : { firstDay };
}
