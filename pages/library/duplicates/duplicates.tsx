import { createRef, type JSX, type RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Empty } from '../../../components/ui/empty';
import { counted, text } from '../../../lib/text';
import { home, writeAddress } from '../address';
import type { LibraryContext } from '../library-context';
import { type Answer, Pair, type PairHandle } from './pair';
import { Pairs } from './pairs';

interface Props {
  readonly context: LibraryContext;
}

/** The pairs that are drawn, from the top down, and the heading over them. */
interface Drawn {
  readonly pairs: readonly {
    readonly name: string;
    readonly handle: RefObject<PairHandle | null>;
  }[];
  readonly heading: RefObject<HTMLElement | null>;
}

/** A pair that was answered takes the focus with it: then the same answer of the next one has it. */
function useNextAnswer({ pairs, heading }: Drawn) {
  const last = useRef<{ readonly at: number; readonly answer: Answer } | undefined>(undefined);
  useLayoutEffect(() => {
    const { current } = last;
    if (!current || document.activeElement !== document.body) return;
    const next = pairs[Math.min(current.at, pairs.length - 1)]?.handle.current;
    if (next) next.focus(current.answer);
    else heading.current?.focus();
    last.current = undefined;
  }, [pairs.map(({ name }) => name).join()]);
  return last;
}

/** The handles of the pairs, which stay theirs as others come and go. */
function useHandles(): (name: string) => RefObject<PairHandle | null> {
  const handles = useRef(new Map<string, RefObject<PairHandle | null>>());
  return (name) => {
    const known = handles.current.get(name) ?? createRef<PairHandle>();
    handles.current.set(name, known);
    return known;
  };
}

function said(total: number | undefined, isLooking: boolean): string {
  if (total === undefined) return isLooking ? text('duplicatesLooking') : '';
  return total > 0 ? counted('duplicatePairs', total) : '';
}

/** Papers that may be one, the likeliest first, each to be confirmed or refused. */
export function Duplicates({ context }: Props): JSX.Element {
  const { service } = context;
  const pairs = useMemo(() => new Pairs(context), [context]);
  const { actions } = service.state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void pairs.look();
    return () => pairs.stop();
  }, [pairs, actions.value]);
  const { total, shown, isLooking } = pairs;
  const handleOf = useHandles();
  const drawn = shown.value.map(({ name }) => ({ name, handle: handleOf(name) }));
  const last = useNextAnswer({ pairs: drawn, heading });
  const now = Date.now();
  return (
    <div class="duplicates-view" aria-busy={isLooking.value}>
      <h1 ref={heading} tabIndex={-1}>
        {text('duplicatesTitle')}
      </h1>
      <p class="quiet">{text('duplicatesHint')}</p>
      <p class="count" role="status">
        {said(total.value, isLooking.value)}
      </p>
      {total.value === 0 && <Empty title="duplicatesNoneTitle" words="duplicatesNoneText" />}
      <ul>
        {shown.value.map((pair, at) => (
          <Pair
            key={pair.name}
            {...pair}
            handle={handleOf(pair.name)}
            onMove={(by, answer = 'same') => {
              const next = drawn[at + by]?.handle.current;
              next?.focus(answer);
              return next != null;
            }}
            now={now}
            addressOf={({ id }) => writeAddress({ ...home, paper: id })}
            onOpen={({ id }) => void service.go({ ...home, paper: id })}
            onAnswer={(answer) => {
              last.current = { at, answer };
              void pairs.answer(pair, answer);
            }}
          />
        ))}
      </ul>
      {(total.value ?? 0) > shown.value.length && (
        <button type="button" class="button" onClick={() => void pairs.more()}>
          {text('duplicatesMore')}
        </button>
      )}
    </div>
  );
}
