import type { JSX } from 'preact';
import { text } from '../../../lib/text';
import { maxTagsTyped } from '../../../papers/tags';
import type { BarService } from '../service';
import type { ReadSheet } from '../state';
import { focusOnceThere } from './focus';
import { addTag, dropTag } from './own-words';

const mostOffered = 4;

/**
 * The tags of a paper: those it has, a field for another, and the ones used most. The field is no form: a script of
 * the page can send one.
 */
export function Tags(props: {
  readonly service: BarService;
  readonly sheet: ReadSheet;
}): JSX.Element {
  const { service, sheet } = props;
  const { id, more, names = [], field } = sheet;
  const tags = more?.tags ?? [];
  const offered = names.filter((name) => !tags.includes(name));
  const add = (input: HTMLInputElement): void => {
    addTag(service, id, input.value);
    input.value = '';
  };
  return (
    <div class="tags">
      <ul aria-label={text('tagsName')}>
        {tags.map((tag) => (
          <li key={tag} class="tag">
            <bdi>{tag}</bdi>
            <button
              type="button"
              class="plain"
              aria-label={text('tagRemove', tag)}
              onClick={() => dropTag(service, id, tag)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <input
        type="text"
        class="tag-field"
        aria-label={text('tagAddName')}
        placeholder={text('tagAdd')}
        autocomplete="off"
        list="names"
        maxLength={maxTagsTyped}
        ref={field === 'tag' ? focusOnceThere : null}
        onBlur={() => service.written('tag')}
        onKeyDown={({ key, isComposing, currentTarget }) => {
          if (key !== 'Enter' || isComposing) return;
          // Once more, when the tag is given: on to the note.
          if (currentTarget.value.trim()) add(currentTarget);
          else service.read(id, 'note');
        }}
      />
      <datalist id="names">
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {offered.length > 0 && (
        <ul class="offered" aria-label={text('tagSuggestions')}>
          {offered.slice(0, mostOffered).map((name) => (
            <li key={name}>
              <button type="button" class="plain" onClick={() => addTag(service, id, name)}>
                <bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
