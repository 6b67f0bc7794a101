import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type MessageKey, text } from '../../lib/text';
import {
  type Completion,
  type CompletionContext,
  type Completions,
  complete,
} from '../../papers/query/complete';
import type { Operator } from '../../papers/query/query';

/** What each operator asks of a paper. */
export const operatorHelp = {
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

/** Completes what is typed into a search box that stands elsewhere in the page. */
export interface SearchCompletionProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly context: CompletionContext;
  readonly onSearch: (query: string) => void;
}

interface Choices {
  readonly items: readonly Completion[];
  readonly start: number;
  readonly end: number;
  readonly active: number;
}

const none: Choices = { items: [], start: 0, end: 0, active: -1 };

/** Tells assistive technology of the list beside the box. */
function useCombobox(input: HTMLInputElement | null, id: string, choices: Choices): void {
  useEffect(() => {
    if (!input) return;
    const isOpen = choices.items.length > 0;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) input.setAttribute('aria-controls', id);
    else input.removeAttribute('aria-controls');
    if (isOpen && choices.active >= 0)
      input.setAttribute('aria-activedescendant', `${id}-${choices.active}`);
    else input.removeAttribute('aria-activedescendant');
  }, [input, id, choices]);
}

function step({ items, active, ...rest }: Choices, by: number): Choices {
  return { ...rest, items, active: (Math.max(active + by, -1) + items.length) % items.length };
}

/** The keys of the list; what it does not take is left to the box. */
function takes(
  { key, isComposing, shiftKey }: KeyboardEvent,
  choices: Choices,
  set: (choices: Choices) => void,
  pick: (item: Completion) => void,
): boolean {
  const [first] = choices.items;
  const chosen = choices.items[choices.active];
  if (isComposing || !first) return false;
  if (key === 'ArrowDown') set(step(choices, 1));
  else if (key === 'ArrowUp') set(step(choices, -1));
  else if (key === 'Enter' && chosen) pick(chosen);
  else if (key === 'Tab' && !shiftKey) pick(chosen ?? first);
  else if (key === 'Escape') set(none);
  else {
    // What is offered is for the place where the caret was.
    if (/^(ArrowLeft|ArrowRight|Home|End)$/.test(key)) set(none);
    return false;
  }
  return true;
}

/**
 * Offers, the first one chosen. A word that an operator begins with is a search as it stands, which Enter must not make
 * another one: only Tab takes an operator that the reader did not go to.
 */
function offered({ items, start, end }: Completions): Choices {
  return { items, start, end, active: items[0]?.kind === 'operator' ? -1 : 0 };
}

/** The operators and the reader's own words that may come at the caret. */
export function SearchCompletion(props: SearchCompletionProps): JSX.Element | null {
  const [choices, setChoices] = useState(none);
  const id = useId();
  const box = props.input.current;
  const offer = () => {
    const { value, selectionStart } = box ?? { value: '', selectionStart: 0 };
    setChoices(offered(complete(value, selectionStart ?? value.length, props.context)));
  };
  const pick = ({ insert, kind }: Completion) => {
    if (!box) return;
    const end = kind === 'operator' ? '' : ' ';
    const rest = box.value.slice(choices.end).trimStart();
    const next = box.value.slice(0, choices.start) + insert + end + rest;
    const caret = choices.start + insert.length + end.length;
    box.value = next;
    box.focus();
    box.setSelectionRange(caret, caret);
    props.onSearch(next);
    if (kind === 'operator') offer();
    else setChoices(none);
  };
  const act = useRef({ offer, onKey: (_event: KeyboardEvent): void => {} });
  act.current = {
    offer,
    onKey: (event) => {
      if (!takes(event, choices, setChoices, pick)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
  };
  useCombobox(box, id, choices);
  useEffect(() => {
    if (!box) return;
    const stop = new AbortController();
    const { signal } = stop;
    box.addEventListener('input', () => act.current.offer(), { signal });
    for (const leaves of ['blur', 'pointerdown'])
      box.addEventListener(leaves, () => setChoices(none), { signal });
    box.addEventListener('keydown', (event) => act.current.onKey(event), { signal, capture: true });
    return () => stop.abort();
  }, [box]);
  if (choices.items.length === 0) return null;
  return (
    <div id={id} class="suggestions" role="listbox" aria-label={text('completionsName')}>
      {choices.items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's.
        <div
          key={item.insert}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === choices.active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(item)}
        >
          <bdi>{item.kind === 'typed' ? text('completionTyped', item.label) : item.label}</bdi>
          {item.kind === 'operator' && (
            <span class="uses">{text(operatorHelp[item.label.slice(0, -1) as Operator])}</span>
          )}
        </div>
      ))}
    </div>
  );
}
