import type { JSX } from 'preact';
import { text } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import { tagKey } from '../../../papers/tag-key';
import type { TagOffer } from '../../../papers/tag-offers';
import {
  afterInput,
  afterKey,
  nothingTyped,
  offeredFor,
  type TagTyped,
  type TagTyping,
} from '../../../papers/tag-typing';
import { maxTagsTyped } from '../../../papers/tags';
import type { BarService } from '../service';
import type { ReadSheet } from '../state';
import { focusOnceThere } from './focus';
import { addTag } from './save-own-words';

/** What stands in the field, and of which paper; it stays while the column is drawn anew. */
let standing: { readonly id: PaperId; readonly typing: TagTyping } | undefined;

function show(service: BarService, id: PaperId, typing: TagTyping): void {
  standing = { id, typing };
  const { sheet } = service.state;
  const now = sheet.peek();
  if (now?.kind === 'read' && now.id === id) sheet.value = { ...now };
}

const listId = 'tag-offers';

function Offer(props: {
  readonly offer: TagOffer;
  readonly id: string;
  readonly isChosen: boolean;
  readonly onPick: () => void;
}): JSX.Element {
  const { isNew, name } = props.offer;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys.
    <div
      id={props.id}
      role="option"
      aria-selected={props.isChosen}
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onPick}
    >
      <bdi>{isNew ? text('tagCreate', name) : `#${name}`}</bdi>
    </div>
  );
}

/** A field that offers the tags in use. It is no form: a script of the page can send one. */
export function TagField(props: {
  readonly service: BarService;
  readonly sheet: ReadSheet;
}): JSX.Element {
  const { service, sheet } = props;
  const { id, more, names = [], field } = sheet;
  const typing = standing?.id === id ? standing.typing : nothingTyped;
  const known = names.map((name) => ({ key: tagKey(name), name }));
  const around = { tags: more?.tags ?? [], known };
  const { offers, active } = offeredFor(typing, around);
  const take = (after: TagTyped): void => {
    show(service, id, after.typing);
    if (after.add.length > 0) addTag(service, id, after.add.join(', '));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const after = afterKey(event, typing, around);
    if (after) {
      event.preventDefault();
      take(after);
    } else if (event.key === 'Enter' && !event.isComposing) {
      // Once more, when the tag is given: on to the note.
      service.read(id, 'note');
    }
  };
  return (
    <div class="tag-adding">
      <input
        type="text"
        role="combobox"
        dir="auto"
        class="tag-field"
        autocomplete="off"
        maxLength={maxTagsTyped}
        aria-label={text('tagAddName')}
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        aria-controls={offers.length > 0 ? listId : undefined}
        aria-activedescendant={offers[active] ? `${listId}-${active}` : undefined}
        placeholder={text('tagAdd')}
        ref={field === 'tag' ? focusOnceThere : null}
        value={typing.typed}
        onInput={({ currentTarget: { value }, isComposing }) =>
          take(afterInput(value, isComposing, around))
        }
        onCompositionEnd={({ currentTarget: { value } }) => take(afterInput(value, false, around))}
        onKeyDown={onKeyDown}
        onBlur={() => {
          show(service, id, { typed: typing.typed, isOpen: false });
          service.written('tag');
        }}
      />
      {offers.length > 0 && (
        <div id={listId} role="listbox" class="suggestions" aria-label={text('tagSuggestions')}>
          {offers.map((offer, at) => (
            <Offer
              key={`${offer.isNew} ${offer.name}`}
              offer={offer}
              id={`${listId}-${at}`}
              isChosen={at === active}
              onPick={() => take({ typing: nothingTyped, add: [offer.name] })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
