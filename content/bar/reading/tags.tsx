import type { JSX } from 'preact';
import { text } from '../../../lib/text';
import type { BarService } from '../service';
import type { ReadSheet } from '../state';
import { addTag, dropTag } from './save-own-words';
import { TagField } from './tag-field';

const mostOffered = 4;

/** The tags of a paper: those it has, a field for another, and the ones used most. */
export function Tags(props: {
  readonly service: BarService;
  readonly sheet: ReadSheet;
}): JSX.Element {
  const { service, sheet } = props;
  const { id, more, names = [] } = sheet;
  const tags = more?.tags ?? [];
  const offered = names.filter((name) => !tags.includes(name));
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
      <TagField service={service} sheet={sheet} />
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
