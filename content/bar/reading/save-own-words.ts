import { newClick } from '../../../lib/click';
import { ask } from '../../../lib/messages';
import type { PaperId } from '../../../papers/paper';
import type { RuleDraft } from '../../../papers/rules/proposals';
import type { BarService } from '../service';

/** What became of a note; see `NoteDraft`. */
interface Kept {
  readonly text: string;
  readonly updatedAt: number;
  readonly joined: boolean;
}

/** Gives a paper a tag, or each of a list (see `cleanTags`). */
export function addTag(service: BarService, id: PaperId, tag: string): void {
  if (tag.trim()) changeTag(service, { id, tag });
}

/** Takes a tag off a paper. */
export function dropTag(service: BarService, id: PaperId, tag: string): void {
  changeTag(service, { id, tag, off: true });
}

/**
 * Keeps a note that was written on another one.
 * @param base The revision of that one.
 * @throws what went wrong, after the reader was told.
 */
export async function keepNote(
  service: BarService,
  id: PaperId,
  words: string,
  base: number,
): Promise<Kept | undefined> {
  try {
    const asked = { id, text: words, base, click: newClick() };
    const { action, standing, note } = await ask('notePaper', asked);
    service.learn(standing);
    service.told(action);
    return note ? { text: note.text, updatedAt: note.base, joined: !!note.joined } : undefined;
  } catch (error) {
    service.fail(error);
    throw error;
  }
}

/** Follows what a paper suggests; the cards of the page tell of it at once. */
export function follow(service: BarService, draft: RuleDraft): void {
  service.run(async () => {
    const { said, standing } = await ask('makeRule', { draft });
    service.say(said);
    service.learn(standing);
    await service.learnMore();
  });
}

function changeTag(
  service: BarService,
  change: { readonly id: PaperId; readonly tag: string; readonly off?: boolean },
): void {
  service.inTurn(async (click) => {
    const { action, standing } = await ask('tagPaper', { ...change, click });
    service.learn(standing);
    service.told(action);
    await service.learnMore();
  });
}
