import { tagKey } from '../../papers/tag-key';
import type { DeckCommands } from './paper-commands';
import type { DeckState } from './state';

/** Gives the paper on top the tag of a number key, or takes it off again. */
export async function toggleTag(
  { current, recentTags }: DeckState,
  commands: Pick<DeckCommands, 'changeTags'>,
  place: number,
  now: number,
): Promise<void> {
  const name = recentTags.value[place];
  const paper = current.value;
  if (!paper || name === undefined) return;
  const has = paper.tags.some((tag) => tagKey(tag) === tagKey(name));
  const change = has ? { add: [], remove: [name] } : { add: [name], remove: [] };
  await commands.changeTags(paper.id, change, now);
}
