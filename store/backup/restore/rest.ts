import type { Rule } from '../../../papers/rules/rule';
import { tagKey } from '../../../papers/tag-key';
import { cleanTags } from '../../../papers/tags';
import type { Clock } from '../../../papers/words/clock';
import type { Row } from '../../../papers/words/row';
import { laterRow } from '../../../papers/words/row-merge';
import {
  canonical,
  isStill,
  later,
  nextStamp,
  type Stamp,
  sayingAgain,
} from '../../../papers/words/stamp';
import type { SmartList, TagLook } from '../../database/schema';
import { type AddedDecision, addDecisions, removeDecisions } from '../../decisions/backup';
import type { Writer } from '../../records/writer';
import { withCleanTags } from '../../rules/rules';
import { rowKindOf } from '../../sync/marks';
import type { RowWords } from '../../words/rows';
import { hueOf, withHue } from '../../words/tag-looks';
import type { Contents } from '../contents';

/** A row that a restore wrote. */
export interface Written<Kept> {
  /** Of a tag its key. */
  readonly id: string;
  /** What it has since: it is put back only while this is so. */
  readonly given: Stamp;
  /** What was here before. */
  readonly was?: Kept;
}

/** What a restore put beside papers. */
export interface AddedRows {
  readonly lists: readonly Written<Row<SmartList>>[];
  readonly rules: readonly Written<Row<Rule>>[];
  readonly looks: readonly Written<TagLook>[];
  /** What it added to the log. */
  readonly decisions: readonly AddedDecision[];
}

/** Merges what the file says of lists, rules and hues into what is here: of each the later word stands. */
export async function addRest(writer: Writer, contents: Contents): Promise<AddedRows | undefined> {
  const lists = await mergeRows(writer, 'lists', contents.lists);
  const rules = await mergeRows(writer, 'rules', contents.rules.map(withCleanTags));
  const looks = await mergeHues(writer, contents.tags);
  const decisions = await addDecisions(writer, contents.decisions);
  const added = { lists, rules, looks, decisions };
  return Object.values(added).some(({ length }) => length) ? added : undefined;
}

/**
 * Puts back what was here before, as far as it is still what the restore made of it. Where other devices may know of it
 * that is said anew: an older word would not stand there.
 */
export async function removeRest(
  writer: Writer,
  { lists, rules, looks, decisions }: AddedRows,
  clock: Clock,
): Promise<void> {
  await putBack(writer, 'lists', lists, clock);
  await putBack(writer, 'rules', rules, clock);
  const tags = writer.transaction.objectStore('tags');
  for (const { id, given, was } of looks.toReversed()) {
    const look = await writer.tags.lookOf(tags, id);
    if (!look || !isStill(look.stamp, given)) continue;
    const stamp = stampAgain(look.stamp, was?.stamp, clock);
    const hue = writer.marks ? { value: was?.hue ?? null, stamp } : hueOf(was);
    writer.tags.look(withHue(look, hue));
  }
  await removeDecisions(writer, decisions);
}

interface RowsOf<Words extends { readonly id: string }> {
  get(id: string): Promise<Row<Words> | undefined>;
  put(row: Row<Words>): Promise<unknown>;
  delete(id: string): Promise<unknown>;
}

function storeOf<Name extends keyof RowWords>(writer: Writer, name: Name): RowsOf<RowWords[Name]> {
  return writer.transaction.objectStore(name) as unknown as RowsOf<RowWords[Name]>;
}

async function mergeRows<Name extends keyof RowWords>(
  writer: Writer,
  name: Name,
  rows: readonly Row<RowWords[Name]>[],
): Promise<Written<Row<RowWords[Name]>>[]> {
  const store = storeOf(writer, name);
  const written: Written<Row<RowWords[Name]>>[] = [];
  for (const row of rows) {
    const was = await store.get(row.id);
    const merged = laterRow(was, row) ?? row;
    if (canonical(merged) === canonical(was)) continue;
    await store.put(merged);
    writer.marks?.add(rowKindOf[name], row.id);
    written.push({ id: row.id, given: merged.stamp, ...(was ? { was } : {}) });
  }
  return written;
}

async function putBack<Name extends keyof RowWords>(
  writer: Writer,
  name: Name,
  written: readonly Written<Row<RowWords[Name]>>[],
  clock: Clock,
): Promise<void> {
  const store = storeOf(writer, name);
  for (const { id, given, was } of written.toReversed()) {
    const row = await store.get(id);
    if (!row || !isStill(row.stamp, given)) continue;
    const stamp = stampAgain(row.stamp, was?.stamp, clock);
    if (writer.marks) await store.put(was ? { ...was, stamp } : { id, isGone: true, stamp });
    else await (was ? store.put(was) : store.delete(id));
    writer.marks?.add(rowKindOf[name], id);
  }
}

function stampAgain(now: Stamp | undefined, was: Stamp | undefined, clock: Clock): Stamp {
  return sayingAgain(nextStamp(clock.now, clock.device, now), was);
}

async function mergeHues(writer: Writer, looks: readonly TagLook[]): Promise<Written<TagLook>[]> {
  const store = writer.transaction.objectStore('tags');
  const written: Written<TagLook>[] = [];
  const named = looks.flatMap((look) => cleanTags([look.name]).map((name) => ({ ...look, name })));
  for (const { name, ...told } of named) {
    const key = tagKey(name);
    const was = await writer.tags.lookOf(store, key);
    const hue = later(hueOf(was), hueOf({ ...told, key, name }));
    if (!hue || canonical(hue) === canonical(hueOf(was))) continue;
    writer.tags.look(withHue(was ?? { key, name }, hue));
    written.push({ id: key, given: hue.stamp, ...(was ? { was } : {}) });
  }
  return written;
}
