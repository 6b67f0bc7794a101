import type { PageMarks } from '../../lib/bar-messages';
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
export async function marksOnPage(
  ids: readonly PaperId[],
  nameOf: (rule: Rule) => string,
  day?: string,
): Promise<Record<PaperId, PageMarks>> {
  const [records, rules] = await Promise.all([recordsByAsked(ids), listRules()]);
  const names = new Map(rules.map((rule) => [rule.id, nameOf(rule)]));
  const marks: Record<PaperId, PageMarks> = {};
  for (const [id, record] of records) {
    const mark = { ...markOf(record, names), ...againOn(record, day) };
    if (Object.keys(mark).length > 0) marks[id] = mark;
  }
  return marks;
}

function markOf(record: PaperRecord, names: ReadonlyMap<string, string>): PageMarks {
  const followed = record.matches?.flatMap((rule) => names.get(rule) ?? []) ?? [];
  const muted = record.mutedBy === undefined ? undefined : names.get(record.mutedBy);
  return {
    ...(followed.length > 0 ? { followed } : {}),
    ...(muted !== undefined && isUndecided(record.state) ? { muted } : {}),
    ...(record.state === 'deleted' ? { isBinned: true } : {}),
  };
}

function againOn(record: PaperRecord, day: string | undefined): PageMarks {
  const { firstDay } = record;
  if (!isAgain(record) || firstDay === undefined) return {};
  return day !== undefined && day <= firstDay ? {} : { firstDay };
}
