import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { operatorHelp, SearchCompletion } from '../../../components/search/search-completion';
import { SearchInput } from '../../../components/search/search-input';
import { useLayer } from '../../../components/ui/use-layer';
import { text } from '../../../lib/text';
import type { CompletionContext } from '../../../papers/query/complete';
import type { Operator } from '../../../papers/query/query';

/** The search box of the library. */
export interface SearchFieldProps {
  readonly query: string;
  readonly context: CompletionContext;
  readonly box: RefObject<HTMLElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSearch: (query: string) => void;
  /** The reader is done with the box: the keys go on in the list. */
  readonly onLeave: () => void;
}

function Help(props: {
  readonly onPick: (operator: Operator) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { onPick, onClose } = props;
  const ref = useRef<HTMLDivElement>(null);
  useLayer(ref, onClose);
  return (
    <div ref={ref} class="search-help">
      <p>{text('searchHelp')}</p>
      <dl>
        {(Object.keys(operatorHelp) as Operator[]).map((operator) => (
          <div key={operator}>
            <dt>
              <button type="button" class="link" onClick={() => onPick(operator)}>
                {`${operator}:`}
              </button>
            </dt>
            <dd>{text(operatorHelp[operator])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A search box that completes operators and the reader's own words. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  const { query, input, onSearch, onLeave } = props;
  const [hasHelp, setHelp] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  useLayoutEffect(() => setDrawn(true), []);
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave();
    else if (event.key === 'Escape' && hasHelp) setHelp(false);
    else if (event.key === 'Escape' && query) onSearch('');
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  const begin = (operator: Operator) => {
    onSearch(query ? `${query.trimEnd()} ${operator}:` : `${operator}:`);
    setHelp(false);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.dispatchEvent(new Event('input', { bubbles: true }));
    });
  };
  return (
    <search ref={props.box} class="search">
      <SearchInput query={query} input={input} onSearch={onSearch} onKey={onKey} />
      <button
        type="button"
        class="plain"
        aria-label={text('searchHelpName')}
        aria-expanded={hasHelp}
        onClick={() => setHelp(!hasHelp)}
      >
        <span aria-hidden="true">?</span>
      </button>
      {isDrawn && <SearchCompletion input={input} context={props.context} onSearch={onSearch} />}
      {hasHelp && <Help onPick={begin} onClose={() => setHelp(false)} />}
    </search>
  );
}
