import type { JSX } from 'preact';
import { Offers } from '../../../components/tags/offers';
import { useTagField } from '../../../components/tags/use-tag-field';
import { text } from '../../../lib/text';
import { tagKey } from '../../../papers/tag-key';
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
  const tagField = useTagField({
    tags,
    known: names.map((name) => ({ key: tagKey(name), name })),
    onAdd: (added) => addTag(service, id, added.join(', ')),
  });
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
      <div class="tag-adding">
        <input
          {...tagField.input}
          class="tag-field"
          aria-label={text('tagAddName')}
          placeholder={text('tagAdd')}
          ref={field === 'tag' ? focusOnceThere : null}
          onBlur={(event) => {
            tagField.input.onBlur?.(event);
            service.written('tag');
          }}
          onKeyDown={(event) => {
            if (tagField.takeKey(event) || event.isComposing) return;
            // Once more, when the tag is given: on to the note.
            if (event.key === 'Enter') service.read(id, 'note');
          }}
        />
        <Offers {...tagField.list} />
      </div>
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
