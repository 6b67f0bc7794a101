import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Empty } from '../../../components/ui/empty';
import { counted, text } from '../../../lib/text';
import { home, writeAddress } from '../address';
import type { LibraryContext } from '../library-context';
import { type Answer, Pair } from './pair';
import { Pairs } from './pairs';

interface Props {
  readonly context: LibraryContext;
}

/** A pair that was answered takes the focus with it: then the same answer of the next one has it. */
function useNextAnswer(list: RefObject<HTMLElement | null>, names: string) {
  const last = useRef<{ readonly at: number; readonly answer: Answer } | undefined>(undefined);
  useLayoutEffect(() => {
    const { current } = last;
    if (!current || document.activeElement !== document.body) return;
    const buttons = list.current?.querySelectorAll<HTMLElement>(
      `[data-answer="${current.answer}"]`,
    );
    const next = buttons?.[Math.min(current.at, buttons.length - 1)];
    (next ?? list.current?.querySelector('h1'))?.focus();
    last.current = undefined;
  }, [list, names]);
  return last;
}

/** Moves the focus to the pair above or below. */
function onArrow(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target instanceof Element && event.target.closest('[data-pair]');
  if (!by || !here || !list) return;
  const pairs = [...list.querySelectorAll('[data-pair]')];
  const answer = (event.target as HTMLElement).dataset.answer ?? 'same';
  const next = pairs[pairs.indexOf(here) + by];
  if (!next) return;
  event.preventDefault();
  next.querySelector<HTMLElement>(`[data-answer="${answer}"]`)?.focus();
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
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void pairs.look();
    return () => pairs.stop();
  }, [pairs, actions.value]);
  const { total, shown, isLooking } = pairs;
  const last = useNextAnswer(view, shown.value.map(({ name }) => name).join());
  const now = Date.now();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys lead from button to button in it.
    <div
      ref={view}
      class="duplicates-view"
      aria-busy={isLooking.value}
      onKeyDown={(event) => onArrow(event, view.current)}
    >
      <h1 tabIndex={-1}>{text('duplicatesTitle')}</h1>
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
