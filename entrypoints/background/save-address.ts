import { addressOf, identify } from '../../papers/identity';
import type { Paper } from '../../papers/paper';
import { defined } from '../../papers/record';
import { tidy } from '../../papers/text';
import { decideOnPage } from '../../store/decide';

/**
 * Saves the paper that an address names; one that is in the list already stays as it is.
 * @param title What the page calls it, if it does; a title already stored is kept.
 * @returns False when the address names no paper.
 * @throws StoreError
 */
export async function saveAddress(address: string, title?: string): Promise<boolean> {
  if (!URL.canParse(address)) return false;
  const identity = identify(new URL(address));
  if (!identity || !addressOf(identity.id)) return false;
  const paper: Paper = defined({ ...identity, title: paperTitle(title), source: 'link' as const });
  const now = Date.now();
  await decideOnPage(paper, 'saved', { shows: 'paper', visitAt: now }, now);
  return true;
}

/** A link's text is a title only when it reads like one: "PDF", "84" and an id do not. */
function paperTitle(text: string | undefined): string | undefined {
  const title = tidy(text ?? '').slice(0, 1000);
  return /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(title) ? title : undefined;
}
