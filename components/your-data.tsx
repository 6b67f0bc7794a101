import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { counted, number, text } from '../lib/text';
import { useLayer } from './use-layer';

/** What is kept, and what the reader can do with it as a whole. */
export interface YourDataProps {
  readonly amount:
    | { readonly saved: number; readonly all: number; readonly bytes: number }
    | undefined;
  /** How many papers are in the file that waits for the reader's word. */
  readonly waiting: number | undefined;
  readonly said: string;
  readonly onDownload: () => void;
  readonly onFile: (file: File) => void;
  readonly onRestore: () => void;
  readonly onCancel: () => void;
  readonly onDelete: () => void;
}

function Amount({ amount }: YourDataProps): JSX.Element | null {
  if (!amount) return null;
  const megabytes = (amount.bytes / 1e6).toFixed(1);
  return (
    <p>
      {counted('dataSaved', amount.saved)} {counted('dataAll', amount.all)}{' '}
      {text('dataSize', megabytes)}
    </p>
  );
}

function Asked(props: YourDataProps & { readonly waiting: number }): JSX.Element {
  const { waiting, onRestore, onCancel } = props;
  const ref = useRef<HTMLDivElement>(null);
  useLayer(ref, onCancel);
  return (
    <div ref={ref} class="asked">
      <p>{counted('restoreAsk', waiting)}</p>
      <button type="button" class="button main" onClick={onRestore}>
        {text('restoreConfirm')}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {text('cancel')}
      </button>
    </div>
  );
}

function Restore(props: YourDataProps): JSX.Element {
  const { waiting, onFile } = props;
  return (
    <div class="step">
      <label class="button">
        {text('restoreChoose')}
        <input
          type="file"
          class="unseen"
          accept="application/json,.json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="quiet">{text('restoreHint')}</p>
      {waiting !== undefined && <Asked {...props} waiting={waiting} />}
    </div>
  );
}

function Delete({ amount, onDelete }: YourDataProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const wanted = String(amount?.all ?? '');
  const isRight = wanted !== '' && typed.replace(/[\s,.]/g, '') === wanted;
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRight) return;
        setTyped('');
        onDelete();
      }}
    >
      <label for="delete-count">{text('deleteAsk', number(amount?.all ?? 0))}</label>
      <div class="asked">
        <input
          id="delete-count"
          inputMode="numeric"
          autocomplete="off"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!isRight}>
          {text('deleteConfirm')}
        </button>
      </div>
    </form>
  );
}

/** The section on the reader's data. */
export function YourData(props: YourDataProps): JSX.Element {
  return (
    <section aria-labelledby="your-data">
      <h2 id="your-data">{text('dataTitle')}</h2>
      <Amount {...props} />
      <p role="status" class="said">
        {props.said}
      </p>
      <div class="step">
        <button type="button" class="button" onClick={props.onDownload}>
          {text('download')}
        </button>
        <p class="quiet">{text('downloadHint')}</p>
      </div>
      <Restore {...props} />
      <Delete {...props} />
    </section>
  );
}
