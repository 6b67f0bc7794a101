import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { RestoreAsk, type RestoreProposal } from '../../components/restore/restore-ask';
import { RestoreRunning } from '../../components/restore/restore-running';
import { importAddress } from '../../lib/import-address';
import { counted, number, text } from '../../lib/text';
import { sizeWords } from './byte-size';
import type { Amount } from './service';

/** What is kept, and what the reader can do with it as a whole. */
export interface YourDataProps {
  readonly amount: Amount | undefined;
  /** What restoring the file would do that waits for the reader's word. */
  readonly waiting: RestoreProposal | undefined;
  /** How far a file has been restored. */
  readonly restoring: { readonly done: number; readonly total: number } | undefined;
  readonly said: string;
  readonly onDownload: () => void;
  readonly onFile: (file: File) => void;
  /** Absent when there is nothing to undo. */
  readonly onUndo: (() => void) | undefined;
  readonly onRestore: (bringsBack: boolean) => void;
  readonly onStop: () => void;
  readonly onCancel: () => void;
  readonly onForget: () => void;
  readonly onDelete: () => void;
  /** The backups that are kept. */
  readonly children?: ComponentChildren;
}

function HowMuch({ amount }: YourDataProps): JSX.Element | null {
  if (!amount) return null;
  const { saved, all, bytes, isEmpty } = amount;
  return (
    <p>
      {!isEmpty && `${counted('dataSaved', saved)} ${counted('dataAll', all)} `}
      {sizeWords(bytes, isEmpty)}
    </p>
  );
}

function Restore(props: YourDataProps): JSX.Element {
  const { waiting, onFile, onRestore, onCancel } = props;
  return (
    <div class="step">
      <label class="button">
        {text('restoreChoose')}
        <input
          type="file"
          class="unseen"
          accept="application/json,application/gzip,.json,.jsonl,.gz"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="quiet">{text('restoreHint')}</p>
      {waiting && <RestoreAsk proposal={waiting} onRestore={onRestore} onCancel={onCancel} />}
      {props.restoring && <RestoreRunning progress={props.restoring} onStop={props.onStop} />}
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
      <HowMuch {...props} />
      <p role="status" class="said">
        {props.said}
      </p>
      {props.onUndo && (
        <button type="button" class="button" onClick={props.onUndo}>
          {text('undo')}
        </button>
      )}
      <div class="step">
        <button type="button" class="button" onClick={props.onDownload}>
          {text('download')}
        </button>
        <p class="quiet">{text('downloadHint')}</p>
      </div>
      {props.children}
      <Restore {...props} />
      <div class="step">
        <a class="button" href={importAddress()}>
          {text('importAsked')} …
        </a>
        <p class="quiet">{text('importAskedHint')}</p>
      </div>
      <div class="step">
        <button type="button" class="button" onClick={props.onForget}>
          {text('forgetDecisions')}
        </button>
        <p class="quiet">{text('forgetDecisionsHint')}</p>
      </div>
      <Delete {...props} />
    </section>
  );
}
