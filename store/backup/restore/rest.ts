import type { Rule } from '../../../papers/rules/rule';
import { tagKey } from '../../../papers/tag-key';
import { cleanTags } from '../../../papers/tags';
import { canonical } from '../../../papers/words/stamp';
import type { OffprintSchema, SmartList, TagLook } from '../../database/schema';
import { type AddedDecision, addDecisions, removeDecisions } from '../../decisions/kept';
import type { Writer } from '../../records/writer';
import { withCleanTags } from '../../rules/rules';
import { lookOf } from '../../words/tag-looks';
import type { Contents } from '../contents';

/** What a restore put beside papers. */
export interface AddedRows {
  readonly lists: readonly SmartList[];
  readonly rules: readonly Rule[];
  /** How the tags looked before that were given a hue. */
  readonly looks: readonly TagLook[];
  /** What it added to the log. */
  readonly decisions: readonly AddedDecision[];
}

/** Of a list, a rule or a hue that is here as well, ours stands: none says when it was changed. */
export async function addRest(writer: Writer, contents: Contents): Promise<AddedRows | undefined> {
  const lists = await addAbsent(writer, 'lists', contents.lists);
  const rules = await addAbsent(writer, 'rules', contents.rules.map(withCleanTags));
  const looks = await addHues(writer, contents.tags);
  const decisions = await addDecisions(writer, contents.decisions);
  const added = { lists, rules, looks, decisions };
  return Object.values(added).some(({ length }) => length) ? added : undefined;
}

/** Takes away again what is as the restore put it. */
export async function removeRest(
  writer: Writer,
  { lists, rules, looks, decisions }: AddedRows,
): Promise<void> {
  await removeSame(writer, 'lists', lists);
  await removeSame(writer, 'rules', rules);
  for (const look of looks) writer.tags.look(look);
  await removeDecisions(writer, decisions);
}

async function addAbsent<Name extends 'lists' | 'rules'>(
  writer: Writer,
  name: Name,
  rows: readonly OffprintSchema[Name]['value'][],
): Promise<OffprintSchema[Name]['value'][]> {
  const store = writer.transaction.objectStore(name);
  const known = new Set<string>(await store.getAllKeys());
  const absent = rows.filter(({ id }) => !known.has(id));
  for (const row of absent) await store.put(row);
  return absent;
}

async function removeSame<Name extends 'lists' | 'rules'>(
  writer: Writer,
  name: Name,
  rows: readonly OffprintSchema[Name]['value'][],
): Promise<void> {
  const store = writer.transaction.objectStore(name);
  for (const row of rows)
    if (canonical(await store.get(row.id)) === canonical(row)) await store.delete(row.id);
}

async function addHues(writer: Writer, tags: readonly TagLook[]): Promise<TagLook[]> {
  const store = writer.transaction.objectStore('tags');
  const before: TagLook[] = [];
  const named = tags.flatMap(({ name, hue }) =>
    cleanTags([name]).map((one) => ({ name: one, hue })),
  );
  for (const { name, hue } of named) {
    const key = tagKey(name);
    const stored = await store.get(key);
    if (stored?.hue !== undefined) continue;
    before.push(lookOf(key, stored?.name ?? name, undefined));
    writer.tags.look(lookOf(key, stored?.name ?? name, hue));
  }
  return before;
}
