import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { copyText } from '../../../lib/clipboard';
import { report } from '../../../lib/report';
import { text } from '../../../lib/text';
import { Toggle } from '../toggle';

/** The code as squares that a camera reads; what draws it is loaded with it. */
function Picture({ code }: { readonly code: string }): JSX.Element | null {
  const squares = useSignal<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    import('qr')
      .then(({ encodeQR }) => {
        squares.value = encodeQR(code, 'raw');
      })
      .catch((error: unknown) => report('sync', error));
  }, [code, squares]);
  const rows = squares.value;
  if (!rows.length) return null;
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      class="sync-picture"
      role="img"
      aria-label={text('syncCodePicture')}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}

interface Props {
  readonly code: string;
  /** What is done when the reader has kept it. */
  readonly action: string;
  readonly isBusy: boolean;
  readonly onKept: () => void;
  readonly onSay: (sentence: string) => void;
}

/** A code that is shown this once, in groups that can be read out. */
export function Code({ code, action, isBusy, onKept, onSay }: Props): JSX.Element {
  const isKept = useSignal(false);
  const copy = () =>
    copyText(code).then(
      () => onSay(text('syncCodeCopied')),
      () => onSay(text('syncCodeNotCopied')),
    );
  return (
    <div class="sync-code">
      <h3>{text('syncCodeTitle')}</h3>
      <p>{text('syncCodeHint')}</p>
      <output class="code">{code}</output>
      <Picture code={code} />
      <div class="backup-choices unprinted">
        <button type="button" class="button" onClick={() => void copy()}>
          {text('syncCodeCopy')}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {text('syncCodePrint')}
        </button>
      </div>
      <div class="line unprinted">
        <Toggle
          value="sync-code-kept"
          label={text('syncCodeKept')}
          isOn={isKept.value}
          onChange={(isOn) => {
            isKept.value = isOn;
          }}
        />
      </div>
      <button
        type="button"
        class="button main unprinted"
        disabled={!isKept.value || isBusy}
        onClick={onKept}
      >
        {action}
      </button>
    </div>
  );
}

/** A field for a code that the reader has. */
export function CodeField(props: {
  /** Of the field, where there is another one on the page. */
  readonly id?: string;
  readonly label: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly onCode: (typed: string) => void;
}): JSX.Element {
  const { id = 'sync-code' } = props;
  const typed = useSignal('');
  return (
    <form
      class="sync-form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onCode(typed.value);
      }}
    >
      <div class="field">
        <label for={id}>{props.label}</label>
        <input
          id={id}
          type="text"
          class="code"
          autocomplete="off"
          spellcheck={false}
          autocapitalize="characters"
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </div>
      <div class="backup-choices">
        <button type="submit" class="button main" disabled={props.isBusy}>
          {props.action}
        </button>
      </div>
    </form>
  );
}
