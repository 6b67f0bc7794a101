import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { judged, matcherOf, type RuleMatcher, sameVerdict } from '../../papers/rules/match';
import type { Rule } from '../../papers/rules/rule';
import { standing } from '../../papers/words/row';
import type { Writer } from '../records/writer';
import { actByRule, isActing } from './acting';
import { inOrder } from './read';

interface Ready {
  readonly rules: readonly Rule[];
  readonly matcher: RuleMatcher;
}

/** Read once in each transaction, however many papers it looks at. */
const ready = new WeakMap<Writer, Promise<Ready>>();

/**
 * Lets the rules look at papers that were sighted: their verdict is stored, and those that act do so.
 * @param at When it counts as done, in ms: the visit or poll.
 * @returns The papers that a rule has saved.
 */
export async function applyRules(
  writer: Writer,
  ids: readonly PaperId[],
  at: number,
): Promise<ReadonlySet<PaperId>> {
  const taken = new Set<PaperId>();
  if (!ids.length) return taken;
  const fresh: Fresh[] = [];
  for (const id of ids) fresh.push(...((await judge(writer, id)) ?? []));
  const { rules } = await rulesIn(writer);
  for (const rule of rules.filter(isActing)) {
    const met = fresh.filter(({ rules: met }) => met.includes(rule.id)).map(({ id }) => id);
    await actByRule(writer, rule, met, at);
    for (const id of met) taken.add(id);
  }
  return taken;
}

/** A paper that may be acted on, and the rules that match it for the first time. */
interface Fresh {
  readonly id: PaperId;
  readonly rules: readonly string[];
}

/**
 * Stores the verdict on one paper within a running transaction.
 * @returns What rules may act on: nothing, unless the paper is new, untouched and has come to match.
 */
export async function judge(writer: Writer, id: PaperId): Promise<Fresh[]> {
  const record = await writer.find(id);
  const { rules, matcher } = await rulesIn(writer);
  if (!record || (!rules.length && !record.matches && record.mutedBy === undefined)) return [];
  const details = await writer.findDetails(id);
  const verdict = matcher.judge(record, details, record.sites ?? []);
  if (sameVerdict(record, verdict)) return [];
  writer.put(record, judged(record, verdict));
  const known = new Set(record.matches);
  const met = verdict.matches?.filter((match) => !known.has(match)) ?? [];
  return isUntouched(record) && met.length ? [{ id, rules: met }] : [];
}

/** Stores the verdicts on some papers within a running transaction; no rule acts on them. */
export async function judgeAll(writer: Writer, ids: readonly PaperId[]): Promise<void> {
  await Promise.all([writer.findAll(ids), writer.loadDetails(ids)]);
  for (const id of ids) {
    await judge(writer, id);
    if (writer.breath) await writer.breath.due();
  }
}

/** Whether neither the reader nor a rule, nor an undo of either, has ever changed the paper. */
function isUntouched({ state, stamps, tagStamps }: PaperRecord): boolean {
  return state === 'new' && stamps.standing === undefined && tagStamps === undefined;
}

/** The rules as they stand when a transaction begins, and what matches papers with them. */
export function rulesIn(writer: Writer): Promise<Ready> {
  const known = ready.get(writer);
  if (known) return known;
  const reading = writer.transaction
    .objectStore('rules')
    .getAll()
    .then((rows) => inOrder(standing(rows)))
    .then((rules) => ({ rules, matcher: matcherOf(rules) }));
  ready.set(writer, reading);
  return reading;
}
