import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { counted, text } from '../../../lib/text';
import { fillingSources } from '../../../papers/filling/names';
import { catalogueHost, catalogueNames } from '../../../sites/catalogues/catalogues';
import type { Unfilled } from '../../../store/filling/read';
import { notAsked, reasonsOf } from '../../shared/filling/words';
import { keepFocusIn } from '../../shared/keep-focus';
import { Toggle } from '../toggle';
import { Filling } from './service';

function Unfound(props: { readonly paper: Unfilled; readonly onAgain: () => void }): JSX.Element {
  const { filling, title } = props.paper;
  const { id, why = [] } = filling;
  const name = title ?? id;
  const reasons = reasonsOf(why);
  return (
    <li data-unfilled={id}>
      <span>
        <bdi>{name}</bdi>
        <span class="quiet"> {reasons || text('fillingBarred', notAsked(why))}</span>
      </span>
      {reasons && (
        <button
          type="button"
          class="button"
          aria-label={text('fillingAgainName', name)}
          onClick={props.onAgain}
        >
          {text('fillingAgain')}
        </button>
      )}
    </li>
  );
}

/** Those that nobody is asked for any more. */
function Unfilleds({ filling }: { readonly filling: Filling }): JSX.Element | null {
  const { ended = 0, unfilled = [] } = filling.counts.value ?? {};
  if (!ended) return null;
  return (
    <details class="how-well">
      <summary>{counted('fillingUnfound', ended)}</summary>
      <ul class="backups">
        {unfilled.map((paper) => (
          <Unfound
            key={paper.filling.id}
            paper={paper}
            onAgain={() => filling.again(paper.filling.id)}
          />
        ))}
      </ul>
      {ended > 1 && (
        <button type="button" class="button" onClick={() => filling.again()}>
          {text('fillingAgainAll')}
        </button>
      )}
    </details>
  );
}

/** Who is asked for titles, each to be switched off, and how many papers wait. */
export function FillingSection(): JSX.Element {
  const filling = useMemo(() => new Filling(), []);
  useEffect(() => {
    const closing = new AbortController();
    filling.start(closing.signal);
    return () => closing.abort();
  }, [filling]);
  const asked = filling.asked.value;
  const part = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (part.current ? keepFocusIn(part.current) : undefined), []);
  return (
    <div ref={part} tabIndex={-1}>
      {fillingSources.map((source) => (
        <Toggle
          key={source}
          value={`fill-${source}`}
          label={text('fillingSource', catalogueNames[source].title, catalogueHost(source))}
          isOn={asked?.includes(source)}
          onChange={(isOn) => filling.choose(source, isOn)}
        />
      ))}
      <p role="status" class="said">
        {filling.said.value}
      </p>
      <p role="status">{counted('fillingWaiting', filling.counts.value?.waiting ?? 0)}</p>
      <Unfilleds filling={filling} />
    </div>
  );
}
