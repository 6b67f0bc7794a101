import type { JSX } from 'preact';
import { text } from '../../lib/text';
import { tagKey } from '../../papers/tag-key';
import { keepFocus } from '../ui/keep-focus';

/** The tags that were used last, each with the number key that gives it, or takes it off where it is on. */
export function TagKeys(props: {
  readonly tags: readonly string[];
  /** Those that are on what is meant already, where that is one paper. */
  readonly given?: readonly string[];
  /** @param place From 0. */
  readonly onTag: (place: number) => void;
}): JSX.Element | null {
  const { tags, given, onTag } = props;
  if (tags.length === 0) return null;
  const isGiven = (name: string) => given?.some((tag) => tagKey(tag) === tagKey(name));
  return (
    <ul class="tag-keys" aria-label={text('keyRecentTag')}>
      {tags.map((name, place) => (
        <li key={name}>
          <button
            type="button"
            aria-keyshortcuts={String(place + 1)}
            title={text('deckRecentTag', name)}
            aria-pressed={isGiven(name)}
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
