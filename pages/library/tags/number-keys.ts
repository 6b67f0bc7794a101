import { text } from '../../../lib/text';
import type { Change } from '../../../papers/change';
import { isSaved, type PaperId } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { tagKey } from '../../../papers/tag-key';
import { recordsOf } from '../../../store/records/queries';
import type { LibraryContext } from '../library-context';

type Context = Pick<LibraryContext, 'service' | 'commands'>;

/** One after the other: what a key does depends on what the one before has done. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Gives papers the tag of a number key as one action, or takes it off again where all of them have it. Those that are not
 * in the list are left alone, since they have no tags; says so where there is no other.
 * @param ids Asked for at once, while others are still being given theirs.
 * @param place From 0.
 * @returns False where no tag has that key.
 */
export function giveRecentTag(
  context: Context,
  ids: readonly PaperId[] | Promise<readonly PaperId[]>,
  place: number,
): Promise<unknown> | false {
  const name = context.service.state.recentTags.value[place];
  if (name === undefined) return false;
  const work = () => context.service.guard('write', async () => give(context, await ids, name));
  last = last.then(work, work);
  return last;
}

async function give(
  { service, commands }: Context,
  ids: readonly PaperId[],
  name: string,
): Promise<void> {
  const records = await recordsOf(ids);
  const saved = records.filter(({ state }) => isSaved(state));
  if (records.length > 0 && saved.length === 0) service.tell(text('keyWordsOfSaved'));
  if (saved.length === 0) return;
  await commands.change(
    saved.map(({ id }) => id),
    toggled(saved, name),
  );
}

function toggled(records: readonly PaperRecord[], name: string): Change {
  const key = tagKey(name);
  const haveAll = records.every(({ tags }) => tags.some((tag) => tagKey(tag) === key));
  return haveAll
    ? { kind: 'tag', add: [], remove: [name] }
    : { kind: 'tag', add: [name], remove: [] };
}
