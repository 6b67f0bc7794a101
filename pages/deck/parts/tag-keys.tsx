import type { JSX } from 'preact';
import { text } from '../../../lib/text';
import { keepFocus } from './keep-focus';

/** The tags that were used last, each with the number key that gives it to the paper on top. */
export function TagKeys(props: {
  readonly tags: readonly string[];
  /** @param place From 0. */
  readonly onTag: (place: number) => void;
}): JSX.Element | null {
  const { tags, onTag } = props;
  if (tags.length === 0) return null;
  return (
    <ul class="tag-keys" aria-label={text('keyRecentTag')}>
      {tags.map((name, place) => (
        <li key={name}>
          <button
            type="button"
            aria-keyshortcuts={String(place + 1)}
            aria-label={text('deckRecentTag', name)}
            onMouseDown={keepFocus}
            onClick={() => onTag(place)}
          >
            <kbd>{place + 1}</kbd>
            <bdi>#{name}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
