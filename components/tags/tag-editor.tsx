import type { JSX, RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import { tagKey } from '../../papers/tag-key';
import {
  afterInput,
  afterKey,
  nothingTyped,
  offeredFor,
  type TagTyped,
} from '../../papers/tag-typing';
import { cleanTags, maxTagsTyped, type TagsChange, tagsBetween } from '../../papers/tags';
import type { Tag } from '../../store/database/schema';
import { Icon } from '../ui/icons';
import { useOwnUntilSettled } from '../ui/settled';
import { Offers } from './offers';
import { TagName } from './tag-name';

/** The tags of a paper, to be changed. Give it the paper's id as `key`. */
export interface TagEditorProps {
  readonly tags: readonly string[];
  /** Every tag in use, most used first. */
  readonly known: readonly Tag[];
  /** Takes what the reader did, not the list, which may have changed elsewhere; resolves when `tags` says what the store says. */
  readonly onChange: (change: TagsChange) => Promise<void>;
  /** The field, where something else is to reach it. */
  readonly input?: RefObject<HTMLInputElement | null>;
}

function Chosen(props: { readonly name: string; readonly onRemove: () => void }): JSX.Element {
  return (
    <li data-tag={props.name}>
      <TagName name={props.name} />
      <button
        type="button"
        class="plain"
        aria-label={text('tagRemove', props.name)}
        onClick={props.onRemove}
      >
        <Icon name="cross" />
      </button>
    </li>
  );
}

/** Tags as chips with an input that offers those in use. */
export function TagEditor(props: TagEditorProps): JSX.Element {
  const { tags: stored, known, onChange } = props;
  const [tags, setTags] = useOwnUntilSettled(stored, (after, before) =>
    onChange(tagsBetween(before, after)),
  );
  const [typing, setTyping] = useState(nothingTyped);
  const own = useRef<HTMLInputElement>(null);
  const ref = props.input ?? own;
  const id = useId();
  const around = { tags, known };
  const { offers, active } = offeredFor(typing, around);
  const add = (names: readonly string[]) => setTags(cleanTags([...tags, ...names]));
  const take = (after: TagTyped) => {
    setTyping(after.typing);
    if (after.add.length > 0) add(after.add);
  };
  const remove = (name: string) => {
    setTags(tags.filter((tag) => tag !== name));
    ref.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const after = afterKey(event, typing, around);
    const isEmpty = !typing.typed && !event.isComposing;
    if (after) take(after);
    else if (isEmpty && event.key === 'Backspace' && tags.length) setTags(tags.slice(0, -1));
    else if (!isEmpty || event.key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <div class="tag-editor">
      <ul class="chosen" aria-label={text('tagsName')}>
        {tags.map((name) => (
          <Chosen key={tagKey(name)} name={name} onRemove={() => remove(name)} />
        ))}
      </ul>
      <input
        ref={ref}
        name="tag"
        type="text"
        role="combobox"
        dir="auto"
        autocomplete="off"
        maxLength={maxTagsTyped}
        aria-label={text('tagAddName')}
        aria-autocomplete="list"
        aria-expanded={offers.length > 0}
        aria-controls={offers.length > 0 ? id : undefined}
        aria-activedescendant={offers[active] ? `${id}-${active}` : undefined}
        placeholder={text('tagAdd')}
        {...keyed('tag', text('tagAddName'))}
        value={typing.typed}
        onInput={({ currentTarget: { value }, isComposing }) =>
          take(afterInput(value, isComposing, around))
        }
        onCompositionEnd={({ currentTarget: { value } }) => take(afterInput(value, false, around))}
        onKeyDown={onKey}
        onBlur={() => setTyping({ typed: typing.typed, isOpen: false })}
      />
      <Offers
        id={id}
        offers={offers}
        active={active}
        onPick={(name) => take({ typing: nothingTyped, add: [name] })}
      />
    </div>
  );
}
