import type { JSX, RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type MessageKey, text } from '../../lib/text';
import { type Completion, type CompletionContext, complete } from '../../papers/query/complete';
import type { Operator } from '../../papers/query/query';

/** The search box of the library. */
export interface SearchFieldProps {
  readonly query: string;
  readonly context: CompletionContext;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSearch: (query: string) => void;
  /** The reader is done with the box: the keys go on in the list. */
  readonly onLeave: () => void;
}

const help = {
  tag: 'operatorTag',
  author: 'operatorAuthor',
  org: 'operatorOrg',
  is: 'operatorIs',
  has: 'operatorHas',
  after: 'operatorAfter',
  before: 'operatorBefore',
  upvotes: 'operatorUpvotes',
  site: 'operatorSite',
  in: 'operatorIn',
} as const satisfies Record<Operator, MessageKey>;

function Help({ onPick }: { readonly onPick: (operator: Operator) => void }): JSX.Element {
  return (
    <div class="search-help">
      <p>{text('searchHelp')}</p>
      <dl>
        {(Object.keys(help) as Operator[]).map((operator) => (
          <div key={operator}>
            <dt>
              <button type="button" class="link" onClick={() => onPick(operator)}>
                {`${operator}:`}
              </button>
            </dt>
            <dd>{text(help[operator])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

interface Choices {
  readonly items: readonly Completion[];
  readonly start: number;
  readonly end: number;
  readonly active: number;
}

const none: Choices = { items: [], start: 0, end: 0, active: -1 };

function Suggestions(props: {
  readonly id: string;
  readonly choices: Choices;
  readonly onPick: (item: Completion) => void;
}): JSX.Element {
  const { id, choices, onPick } = props;
  return (
    <div id={id} class="suggestions" role="listbox" aria-label={text('completionsName')}>
      {choices.items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's.
        <div
          key={item.insert}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === choices.active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          <bdi>{item.label}</bdi>
          {item.kind === 'operator' && (
            <span class="uses">{text(help[item.label.slice(0, -1) as Operator])}</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** A search box that completes operators and the reader's own words. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  const { query, context, input, onSearch, onLeave } = props;
  const [choices, setChoices] = useState(none);
  const [hasHelp, setHelp] = useState(false);
  const id = useId();
  const pick = ({ insert, kind }: Completion) => {
    const end = kind === 'value' ? ' ' : '';
    const next =
      query.slice(0, choices.start) + insert + end + query.slice(choices.end).trimStart();
    const caret = choices.start + insert.length + end.length;
    onSearch(next);
    setChoices(none);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caret, caret);
      if (kind === 'operator') offer(next, caret);
    });
  };
  const offer = (typed: string, caret: number) =>
    setChoices({ ...complete(typed, caret, context), active: -1 });
  const step = (by: number) => {
    const length = choices.items.length + 1;
    setChoices({ ...choices, active: ((choices.active + 1 + by + length) % length) - 1 });
  };
  const onKey = (event: KeyboardEvent) => {
    const chosen = choices.items[choices.active];
    const isOpen = choices.items.length > 0;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && isOpen) step(1);
    else if (event.key === 'ArrowUp' && isOpen) step(-1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) pick(chosen);
    else if (event.key === 'Enter' || (event.key === 'ArrowDown' && !isOpen)) onLeave();
    else if (event.key === 'Escape' && isOpen) setChoices(none);
    else if (event.key === 'Escape' && query) onSearch('');
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <search class="search">
      <input
        ref={input}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a list attribute it is none by itself.
        role="combobox"
        list={undefined}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-label={text('searchName')}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={choices.items.length > 0}
        aria-controls={id}
        aria-activedescendant={choices.active >= 0 ? `${id}-${choices.active}` : undefined}
        placeholder={text('searchPlaceholder')}
        value={query}
        onInput={({ currentTarget: { value, selectionStart } }) => {
          onSearch(value);
          offer(value, selectionStart ?? value.length);
        }}
        onKeyDown={onKey}
        onBlur={() => setChoices(none)}
      />
      <button
        type="button"
        class="plain"
        aria-label={text('searchHelpName')}
        aria-expanded={hasHelp}
        onClick={() => setHelp(!hasHelp)}
      >
        <span aria-hidden="true">?</span>
      </button>
      {choices.items.length > 0 && <Suggestions id={id} choices={choices} onPick={pick} />}
      {hasHelp && (
        <Help
          onPick={(operator) => {
            const next = query ? `${query.trimEnd()} ${operator}:` : `${operator}:`;
            onSearch(next);
            setHelp(false);
            input.current?.focus();
            offer(next, next.length);
          }}
        />
      )}
    </search>
  );
}
