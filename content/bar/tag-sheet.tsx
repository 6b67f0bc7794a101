import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../../lib/text';
import type { PaperId } from '../../papers/paper';
import { maxTagsTyped } from '../../papers/tags';
import type { BarService } from './service';

const mostSuggestions = 6;

/**
 * A field for one tag, with those in use that hold what is typed. It is no form: a script of the page
 * can send one.
 */
export function Tagging(props: {
  readonly service: BarService;
  readonly id: PaperId;
  readonly names: readonly string[];
}): JSX.Element {
  const { service, id, names } = props;
  const [typed, setTyped] = useState('');
  const wanted = wantedBy(typed);
  const found = names.filter((name) => name.toLowerCase().includes(wanted));
  const add = (tag: string) => wantedBy(tag) && service.tag(id, tag);
  return (
    <div class="tagging">
      <div class="field">
        <input
          type="text"
          aria-label={text('barTagField')}
          autocomplete="off"
          maxLength={maxTagsTyped}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={({ key, isComposing }) => {
            if (key === 'Enter' && !isComposing) add(typed);
          }}
        />
        <button
          type="button"
          class="button main"
          aria-disabled={!wanted}
          onClick={() => add(typed)}
        >
          {text('barTagAdd')}
        </button>
      </div>
      {found.length > 0 && (
        <ul aria-label={text('tagSuggestions')}>
          {found.slice(0, mostSuggestions).map((name) => (
            <li key={name}>
              <button type="button" class="button" onClick={() => add(name)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is typed as tags are looked for; what becomes of it is for `cleanTags`, which the worker has. */
function wantedBy(typed: string): string {
  return typed
    .replace(/^[#＃\s]+/, '')
    .trim()
    .toLowerCase();
}
