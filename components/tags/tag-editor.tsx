import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import { tagKey } from '../../papers/tag-key';
import { cleanTags, type TagsChange, tagsBetween } from '../../papers/tags';
import type { Tag } from '../../store/database/schema';
import { Icon } from '../ui/icons';
import { useOwnUntilSettled } from '../ui/settled';
import { Offers } from './offers';
import { TagName } from './tag-name';
import { useTagField } from './use-tag-field';

/** The tags of a paper, to be changed. Give it the paper's id as `key`. */
export interface TagEditorProps {
  readonly tags: readonly string[];
  /** Every tag in use, most used first. */
  readonly known: readonly Tag[];
  /** Takes what the reader did, not the list, which may have changed elsewhere; resolves when `tags` says what the store says. */
  readonly onChange: (change: TagsChange) => Promise<void>;
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
export function TagEditor({ tags: stored, known, onChange }: TagEditorProps): JSX.Element {
  const [tags, setTags] = useOwnUntilSettled(stored, (after, before) =>
    onChange(tagsBetween(before, after)),
  );
  const ref = useRef<HTMLInputElement>(null);
  const field = useTagField({
    tags,
    known,
    onAdd: (names) => setTags(cleanTags([...tags, ...names])),
  });
  const remove = (name: string) => {
    setTags(tags.filter((tag) => tag !== name));
    ref.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (field.takeKey(event) || event.isComposing || field.typed) return;
    if (event.key === 'Backspace' && tags.length) setTags(tags.slice(0, -1));
    else if (event.key !== 'Enter') return;
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
        aria-label={text('tagAddName')}
        placeholder={text('tagAdd')}
        {...keyed('tag', text('tagAddName'))}
        {...field.input}
        onKeyDown={onKey}
      />
      <Offers {...field.list} />
    </div>
  );
}
