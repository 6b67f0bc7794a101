import type { JSX, RefObject } from 'preact';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';

/** The box that a search is typed into. */
export function SearchInput(props: {
  readonly query: string;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSearch: (query: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}): JSX.Element {
  return (
    <input
      ref={props.input}
      type="search"
      dir="auto"
      autocomplete="off"
      spellcheck={false}
      aria-label={text('searchName')}
      placeholder={text('searchPlaceholder')}
      value={props.query}
      onInput={({ currentTarget: { value } }) => props.onSearch(value)}
      onKeyDown={props.onKey}
      {...keyed('search', text('searchName'))}
    />
  );
}
