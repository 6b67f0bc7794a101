import { tagKey } from './tag-key';
import { isTagOf, type KnownTag, type TagOffer, tagOffers } from './tag-offers';
import { cleanTags, splitTags } from './tags';

/** What stands in a field for tags. */
export interface TagTyping {
  readonly typed: string;
  /** Whether what is offered for it is shown. */
  readonly isOpen: boolean;
  /** The offer that the reader went to; before that the first one is chosen. */
  readonly at?: number;
}

/** The tags that there are. */
export interface TagsAround {
  /** Those that the paper has. */
  readonly tags: readonly string[];
  /** Every tag in use, most used first. */
  readonly known: readonly KnownTag[];
}

/** What a field shows after something was typed, and which tags it gives. */
export interface TagTyped {
  readonly typing: TagTyping;
  /** Spelled as they are in use. */
  readonly add: readonly string[];
}

/** What is offered, and which of it Enter and Tab take: -1 for none. */
export interface Offered {
  readonly offers: readonly TagOffer[];
  readonly active: number;
}

/** A field in which nothing stands. */
export const nothingTyped: TagTyping = { typed: '', isOpen: false };

/**
 * What is shown below a field. The first offer is chosen from the start. A new tag is an offer, too, so that none is made
 * beside one that was meant; where the paper has what is typed, no other one is meant by it.
 */
export function offeredFor(typing: TagTyping, { tags, known }: TagsAround): Offered {
  const { typed, isOpen, at = isTagOf(typed, tags) ? -1 : 0 } = typing;
  const offers = isOpen ? tagOffers(typed, tags, known) : [];
  return { offers, active: at < offers.length ? at : -1 };
}

/**
 * After words were typed or pasted: each that a separator ends is a tag as it stands.
 * @param isComposing Whether an input method is at work; a separator is then its own.
 */
export function afterInput(value: string, isComposing: boolean, around: TagsAround): TagTyped {
  const parts = isComposing ? [value] : splitTags(value);
  const rest = parts.pop() ?? '';
  return {
    typing: { typed: rest.trimStart(), isOpen: rest !== '' },
    add: spelled(parts, around),
  };
}

/**
 * After a key: the arrows choose among the offers, Enter and Tab take one, Escape puts away the tags that are offered,
 * and then what is typed.
 * @returns `undefined` for a key that is not the field's.
 */
export function afterKey(
  { key, shiftKey, isComposing }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing'>,
  typing: TagTyping,
  around: TagsAround,
): TagTyped | undefined {
  const { typed, isOpen } = typing;
  if (isComposing || !typed) return undefined;
  const { offers, active } = offeredFor(typing, around);
  const chosen = offers[active];
  const shows = (next: TagTyping): TagTyped => ({ typing: next, add: [] });
  if (key === 'ArrowDown') return shows(stepped(typing, 1, around));
  if (key === 'ArrowUp') return shows(stepped(typing, -1, around));
  if (key === 'Escape')
    return shows(offers.some(({ isNew }) => !isNew) ? { typed, isOpen: false } : nothingTyped);
  if (key !== 'Enter' && (key !== 'Tab' || shiftKey || !chosen)) return undefined;
  if (chosen) return { typing: nothingTyped, add: spelled([chosen.name], around) };
  return shows(isOpen ? nothingTyped : { typed, isOpen: true });
}

function stepped(typing: TagTyping, by: number, around: TagsAround): TagTyping {
  const { typed, isOpen } = typing;
  const open = { typed, isOpen: true };
  const { offers, active } = offeredFor({ ...typing, isOpen: true }, around);
  if (!isOpen || offers.length === 0) return open;
  return { ...open, at: (Math.max(active + by, -1) + offers.length) % offers.length };
}

function spelled(names: readonly string[], { known }: TagsAround): string[] {
  return cleanTags(names).map((name) => {
    const key = tagKey(name);
    return known.find((tag) => tag.key === key)?.name ?? name;
  });
}
