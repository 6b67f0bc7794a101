import '../../../assets/filling.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { onChange } from '../../../lib/changes';
import { report } from '../../../lib/report';
import { text } from '../../../lib/text';
import type { FillingSource } from '../../../papers/filling/names';
import type { PaperId } from '../../../papers/paper';
import { catalogueNames } from '../../../sites/catalogues/catalogues';
import { fillAgain } from '../../../store/filling/queue';
import { readFilling } from '../../../store/filling/read';
import type { Filling } from '../../../store/filling/row';
import { keepFocusIn } from '../keep-focus';
import { allowSource } from './allow';
import { notAsked, reasonsOf } from './words';

function Action(props: {
  readonly name: string;
  readonly label: string;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <button type="button" class="link" data-action={props.name} onClick={props.onClick}>
      {props.label}
    </button>
  );
}

/** How far it has come, in a sentence. */
function goingWords({ due, tries, why = [] }: Filling): string {
  if (due !== undefined && tries === 0) return text('fillingNow');
  const reasons = reasonsOf(why);
  if (due !== undefined) return text('fillingLater', reasons);
  return reasons ? text('fillingEnded', reasons) : text('fillingBarred', notAsked(why));
}

/** How far the asking for one paper's title has come, and what the reader can do about it. */
export function FillingLine({ id }: { readonly id: PaperId }): JSX.Element | null {
  const filling = useSignal<Filling | undefined>(undefined);
  const said = useSignal('');
  const attempt = (work: () => Promise<unknown>) =>
    void work().catch((error: unknown) => {
      report('filling', error);
      said.value = text('fillingFailedHere');
    });
  useEffect(() => {
    const closing = new AbortController();
    const read = () =>
      attempt(async () => {
        const found = await readFilling(id);
        if (!closing.signal.aborted) filling.value = found;
      });
    onChange(({ stores }) => (stores?.includes('fillings') ?? true) && read(), closing.signal);
    read();
    return () => closing.abort();
  }, [id]);
  const part = useRef<HTMLDivElement>(null);
  const { value } = filling;
  useLayoutEffect(() => (part.current ? keepFocusIn(part.current) : undefined), [!value]);
  if (!value) return null;
  const { due, tries, why = [] } = value;
  const allow = (source: FillingSource) =>
    attempt(async () => {
      said.value = '';
      const isAllowed = await allowSource(source);
      said.value = isAllowed ? '' : text('fillingRefused', catalogueNames[source].title);
    });
  const isWaiting = due !== undefined && tries === 0;
  return (
    <div
      ref={part}
      tabIndex={-1}
      class="filling"
      data-filling={isWaiting ? 'waiting' : due === undefined ? 'ended' : 'later'}
    >
      <p class="quiet" role="status">
        {goingWords(value)}
      </p>
      {!isWaiting && (
        <p class="filling-actions">
          {reasonsOf(why) && (
            <Action
              name="fill"
              label={text('fillingAgain')}
              onClick={() => attempt(() => fillAgain((one) => one.id === id))}
            />
          )}
          {why.map(
            ({ source, outcome }) =>
              outcome === 'off' && (
                <Action
                  key={source}
                  name={`ask-${source}`}
                  label={text('fillingAsk', catalogueNames[source].title)}
                  onClick={() => allow(source)}
                />
              ),
          )}
        </p>
      )}
      {said.value && <p role="status">{said.value}</p>}
    </div>
  );
}
