import type { Rule } from '../../papers/rules/rule';
import { tagKey } from '../../papers/tag-key';
import { cleanTags } from '../../papers/tags';
import type { Row } from '../../papers/words/row';
import { laterRow } from '../../papers/words/row-merge';
import { canonical, later } from '../../papers/words/stamp';
import type { AnyRow, IncomingRow } from '../../sync/local';
import { unawaited } from '../database/requests';
import type { SmartList } from '../database/schema';
import type { Writer } from '../records/writer';
import { withCleanTags } from '../rules/rules';
import { hueOf, withHue } from '../words/tag-looks';
import { lookOfRow } from './said';

/** Takes a rule, a list or a tag's look that came into the store, within a running transaction. */
export async function takeRow(writer: Writer, { kind, row }: IncomingRow): Promise<void> {
  const { transaction } = writer;
  if (kind === 'look') return takeLook(writer, row);
  if (kind === 'list') {
    const store = transaction.objectStore('lists');
    const merged = newer(await store.get(row.id), row as Row<SmartList>);
    if (merged) unawaited(store.put(merged));
    return;
  }
  const store = transaction.objectStore('rules');
  const merged = newer(await store.get(row.id), withCleanTags(row as Row<Rule>));
  if (!merged) return;
  unawaited(store.put(merged));
  // The papers here were judged by others.
  unawaited(transaction.objectStore('profile').delete('judgedBy'));
}

/** The later of two, where that is not what is here. */
function newer<Kept extends AnyRow>(here: Kept | undefined, told: Kept): Kept | undefined {
  const merged = laterRow(here, told) ?? told;
  return canonical(merged) === canonical(here) ? undefined : merged;
}

async function takeLook(writer: Writer, row: AnyRow): Promise<void> {
  const told = lookOfRow(row);
  const [name] = told ? cleanTags([told.name]) : [];
  if (!told || name === undefined) return;
  const key = tagKey(name);
  const was = await writer.tags.lookOf(writer.transaction.objectStore('tags'), key);
  const hue = later(hueOf(was), hueOf({ ...told, key, name }));
  if (!hue || canonical(hue) === canonical(hueOf(was))) return;
  writer.tags.look(withHue(was ?? { key, name }, hue));
}
