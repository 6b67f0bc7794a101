import { tagKey } from '../../papers/tag-key';
import type { DeckCommands } from './paper-commands';
import type { DeckState } from './state';

/** One after the other: what a key does depends on what the one before has done. */
let last = Promise.resolve();

/** Gives the paper on top the tag of a number key, or takes it off again. */
export function toggleTag(
  { current, papers, recentTags }: DeckState,
  commands: Pick<DeckCommands, 'changeTags'>,
  place: number,
  now: number,
): Promise<void> {
  const name = recentTags.value[place];
  const id = current.value?.id;
  if (id === undefined || name === undefined) return Promise.resolve();
  last = last.then(async () => {
    const has = papers.value.get(id)?.tags.some((tag) => tagKey(tag) === tagKey(name));
    const change = has ? { add: [], remove: [name] } : { add: [name], remove: [] };
    await commands.changeTags(id, change, now);
  });
  return last;
}
