import type { InputHTMLAttributes } from 'preact';
import { useId, useState } from 'preact/hooks';
import { tagKey } from '../../papers/tag-key';
import { isTagOf, type KnownTag, type TagOffer, tagOffers } from '../../papers/tag-offers';
import { cleanTags, maxTagsTyped, splitTags } from '../../papers/tags';

/** What a field for tags is about. */
export interface TagFieldOptions {
  /** Those that the paper has. */
  readonly tags: readonly string[];
  /** Every tag in use, most used first. */
  readonly known: readonly KnownTag[];
  /** Takes tags as they are spelled where they are in use. */
  readonly onAdd: (names: readonly string[]) => void;
}

/** A field for tags: what its input is given, and the list that stands below it. */
export interface TagField {
  readonly typed: string;
  readonly input: InputHTMLAttributes;
  readonly list: OffersProps;
  /** Takes a key that is the field's: chooses among the offers, takes one, closes them. Says whether it was. */
  readonly takeKey: (event: KeyboardEvent) => boolean;
}

/** What is offered below a field. */
export interface OffersProps {
  readonly id: string;
  readonly offers: readonly TagOffer[];
  /** The one that Enter and Tab take. */
  readonly active: number;
  readonly onPick: (offer: TagOffer) => void;
}

interface Typing {
  readonly typed: string;
  readonly isOpen: boolean;
  /** The offer that the reader went to; before that the first one. */
  readonly at?: number;
}

const idle: Typing = { typed: '', isOpen: false };

/**
 * What is typed into a field for tags and what is offered for it, alike wherever there is one. The first offer is chosen
 * from the start, and Enter and Tab take it. A new tag is an offer, too: none is made that the reader was not told of.
 */
export function useTagField({ tags, known, onAdd }: TagFieldOptions): TagField {
  const [{ typed, isOpen, at }, setTyping] = useState(idle);
  const id = useId();
  const offers = isOpen ? tagOffers(typed, tags, known) : [];
  const active = at ?? (isTagOf(typed, tags) ? -1 : 0);
  const spelled = (name: string) => known.find(({ key }) => key === tagKey(name))?.name ?? name;
  const add = (...names: string[]) => {
    setTyping(idle);
    const added = cleanTags(names).map(spelled);
    if (added.length > 0) onAdd(added);
  };
  const onInput = (value: string, isComposing: boolean) => {
    // A separator that an input method is still composing is the method's.
    const parts = isComposing ? [value] : splitTags(value);
    const rest = parts.pop() ?? '';
    if (parts.length) add(...parts);
    setTyping({ typed: rest.trimStart(), isOpen: rest !== '' });
  };
  const step = (by: number) => {
    const { length } = isOpen ? offers : tagOffers(typed, tags, known);
    const next = isOpen ? active + by : 0;
    if (length > 0) setTyping({ typed, isOpen: true, at: (Math.max(next, -1) + length) % length });
  };
  const takeKey = (event: KeyboardEvent): boolean => {
    const { key, isComposing, shiftKey } = event;
    if (isComposing || !typed) return false;
    const chosen = offers[active];
    if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'Escape') setTyping(offers.length ? { ...idle, typed } : idle);
    else if (key === 'Enter' || (key === 'Tab' && !shiftKey && chosen)) {
      if (chosen) add(chosen.name);
      else setTyping(isOpen ? idle : { typed, isOpen: true });
    } else return false;
    event.preventDefault();
    return true;
  };
  const isListed = offers.length > 0;
  return {
    typed,
    takeKey,
    list: { id, offers, active, onPick: ({ name }) => add(name) },
    input: {
      type: 'text',
      role: 'combobox',
      dir: 'auto',
      autocomplete: 'off',
      maxLength: maxTagsTyped,
      'aria-autocomplete': 'list',
      'aria-expanded': isListed,
      'aria-controls': isListed ? id : undefined,
      'aria-activedescendant': offers[active] ? `${id}-${active}` : undefined,
      value: typed,
      onInput: (event) => onInput(event.currentTarget.value, event.isComposing),
      onCompositionEnd: (event) => onInput(event.currentTarget.value, false),
      onBlur: () => setTyping({ ...idle, typed }),
    },
  };
}
