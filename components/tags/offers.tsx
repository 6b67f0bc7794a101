import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { counted, text } from '../../lib/text';
import type { TagOffer } from '../../papers/tag-offers';
import { TagName } from './tag-name';

/** Stands for the name while the sentence is taken apart; no tag and no language has it. */
const place = '\u0001';

/** The words around a new tag's name, which has a direction of its own. */
function Create({ name }: { readonly name: string }): JSX.Element {
  const [before, after] = text('tagCreate', place).split(place);
  return (
    <span>
      {before}
      <bdi>{name}</bdi>
      {after}
    </span>
  );
}

/** What is offered, and which of it is chosen. */
export interface OffersProps {
  readonly id: string;
  readonly offers: readonly TagOffer[];
  readonly active: number;
  readonly onPick: (name: string) => void;
}

/** What is offered below a field for tags. */
export function Offers({ id, offers, active, onPick }: OffersProps): JSX.Element | null {
  const ref = useRef<HTMLDivElement>(null);
  const isOpen = offers.length > 0;
  useLayoutEffect(() => ref.current?.scrollIntoView?.({ block: 'nearest' }), [isOpen]);
  if (!isOpen) return null;
  return (
    <div ref={ref} id={id} role="listbox" class="suggestions" aria-label={text('tagSuggestions')}>
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the active option.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys.
        <div
          key={`${offer.isNew} ${offer.name}`}
          id={`${id}-${index}`}
          role="option"
          class={offer.isNew ? 'create' : undefined}
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(offer.name)}
        >
          {offer.isNew ? <Create name={offer.name} /> : <TagName name={offer.name} />}
          {offer.count !== undefined && <span class="uses">{counted('tagUses', offer.count)}</span>}
        </div>
      ))}
    </div>
  );
}
