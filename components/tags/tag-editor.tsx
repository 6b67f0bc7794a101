import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keyed } from '../../lib/keymap/hints';
import { counted, text } from '../../lib/text';
import { tagKey } from '../../papers/tag-key';
import {
  cleanTags,
  maxTagsTyped,
  splitTags,
  type TagsChange,
  tagsBetween,
} from '../../papers/tags';
import type { Tag } from '../../store/database/schema';
import { TagName } from '../paper/paper-meta';
import { Icon } from '../ui/icons';
import { useOwnUntilSettled } from '../ui/settled';

/** The tags of a paper, to be changed. Give it the paper's id as `key`. */
export interface TagEditorProps {
  readonly tags: readonly string[];
  /** Every tag in use, most used first. */
  readonly known: readonly Tag[];
  /** Takes what the reader did, not the list, which may have changed elsewhere; resolves when `tags` says what the store says. */
  readonly onChange: (change: TagsChange) => Promise<void>;
}

const mostSuggestions = 6;

/** The tags in use that hold what is typed, anywhere in the word, most used first. */
export function suggestionsFor(
  typed: string,
  tags: readonly string[],
  known: readonly Tag[],
): readonly Tag[] {
  const part = tagKey(typed);
  const taken = new Set(tags.map(tagKey));
  if (!part) return [];
  return known.filter(({ key }) => key.includes(part) && !taken.has(key)).slice(0, mostSuggestions);
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

function Suggestions(props: {
  readonly id: string;
  readonly tags: readonly Tag[];
  readonly active: number;
  readonly onPick: (name: string) => void;
}): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => ref.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div
      ref={ref}
      id={props.id}
      role="listbox"
      class="suggestions"
      aria-label={text('tagSuggestions')}
    >
      {props.tags.map((tag, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the active option.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys.
        <div
          key={tag.key}
          id={`${props.id}-${index}`}
          role="option"
          aria-selected={index === props.active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onPick(tag.name)}
        >
          <TagName name={tag.name} />
          <span class="uses">{counted('tagUses', tag.count)}</span>
        </div>
      ))}
    </div>
  );
}

interface Typing {
  readonly typed: string;
  /** The suggestion that Enter takes; -1 for the typed word itself. */
  readonly active: number;
  readonly isOpen: boolean;
}

const idle: Typing = { typed: '', active: -1, isOpen: false };

/** Tags as chips with an input that suggests those in use. */
export function TagEditor({ tags: stored, known, onChange }: TagEditorProps): JSX.Element {
  const [tags, setTags] = useOwnUntilSettled(stored, (after, before) =>
    onChange(tagsBetween(before, after)),
  );
  const [{ typed, active, isOpen }, setTyping] = useState(idle);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const found = isOpen ? suggestionsFor(typed, tags, known) : [];
  const spelled = (name: string) => known.find(({ key }) => key === tagKey(name))?.name ?? name;
  const add = (...names: string[]) => {
    setTags(cleanTags([...tags, ...cleanTags(names).map(spelled)]));
    setTyping(idle);
  };
  const remove = (name: string) => {
    setTags(tags.filter((tag) => tag !== name));
    input.current?.focus();
  };
  const onInput = (value: string, isComposing: boolean) => {
    // A separator that an input method is still composing is the method's.
    const parts = isComposing ? [value] : splitTags(value);
    const rest = parts.pop() ?? '';
    if (parts.length) add(...parts);
    setTyping({ typed: rest.trimStart(), active: -1, isOpen: rest !== '' });
  };
  const step = (by: number) =>
    setTyping({ typed, isOpen: true, active: wrapped(active + by, found.length) });
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') add(found[active]?.name ?? typed);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Escape' && typed) setTyping(found.length ? { ...idle, typed } : idle);
    else if (event.key === 'Backspace' && !typed && tags.length) setTags(tags.slice(0, -1));
    else return;
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
        ref={input}
        name="tag"
        type="text"
        role="combobox"
        dir="auto"
        autocomplete="off"
        maxLength={maxTagsTyped}
        aria-label={text('tagAddName')}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
        placeholder={text('tagAdd')}
        {...keyed('tag', text('tagAddName'))}
        value={typed}
        onInput={(event) => onInput(event.currentTarget.value, event.isComposing)}
        onCompositionEnd={(event) => onInput(event.currentTarget.value, false)}
        onKeyDown={onKey}
        onBlur={() => setTyping({ ...idle, typed })}
      />
      {found.length > 0 && (
        <Suggestions id={id} tags={found} active={active} onPick={(name) => add(name)} />
      )}
    </div>
  );
}

/** An index that goes round, with -1 for none between the last and the first. */
function wrapped(index: number, length: number): number {
  return ((index + 1 + length + 1) % (length + 1)) - 1;
}
