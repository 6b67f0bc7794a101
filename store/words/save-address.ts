import { addressOf, identify } from '../../papers/identity';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { defined } from '../../papers/record';
import { tidy } from '../../papers/text';
import type { View } from '../decisions/row';
import { decideOnPage } from './decide';

/**
 * Saves the paper that an address names; one that is in the list already stays as it is.
 * @param title What the page calls it, if it does; a title already stored is kept.
 * @param view Where the reader asked for it.
 * @returns False when the address names no paper.
 * @throws StoreError
 */
export async function saveAddress(address: string, title?: string, view?: View): Promise<boolean> {
  const identity = identityAt(address);
  if (!identity) return false;
  const paper: Paper = defined({ ...identity, title: paperTitle(title), source: 'link' as const });
  const now = Date.now();
  const occasion = view ? { view } : {};
  await decideOnPage(paper, 'saved', { shows: 'paper', visitAt: now }, now, { occasion });
  return true;
}

/** Which paper an address names; `undefined` when it names none that can be gone to. */
export function identityAt(address: string): ReturnType<typeof identify> {
  const identity = URL.canParse(address) ? identify(new URL(address)) : undefined;
  return identity && addressOf(identity.id) ? identity : undefined;
}

/** A link's text is a title only when it reads like one: "PDF", "84" and an id do not. */
export function paperTitle(text: string | undefined): string | undefined {
  const title = tidy(text ?? '').slice(0, limits.title);
  return /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(title) ? title : undefined;
}
