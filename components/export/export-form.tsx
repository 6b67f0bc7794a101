import type { JSX, RefObject } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Along, Part } from '../../exports/along';
import { parts } from '../../exports/along';
import { keyParts, unknownPart } from '../../exports/citation-keys';
import { counted, listed, text } from '../../lib/text';
import { formatWords, partNames } from '../../wording/formats';
import { useLayer } from '../ui/use-layer';

/** What the reader has chosen in the window. */
export interface ExportChoice {
  readonly scope: string;
  readonly format: string;
  readonly along: Along;
  readonly keyPattern: string;
}

/** The window in which papers are taken along. */
export interface ExportFormProps {
  readonly scopes: readonly { readonly name: string; readonly label: string }[];
  readonly formats: readonly {
    readonly id: string;
    readonly carries: readonly Part[];
    readonly hasKeys?: boolean;
    readonly isText: boolean;
  }[];
  readonly choice: ExportChoice;
  /** What was done last, which Enter does. */
  readonly to: 'file' | 'clipboard';
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** What went wrong, in a sentence. */
  readonly failure: string | undefined;
  readonly onChoose: (change: Partial<ExportChoice>) => void;
  readonly onExport: (to: 'file' | 'clipboard') => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** The choice that has the focus first: of which papers, else of the format. */
interface First {
  readonly scope: RefObject<HTMLSelectElement | null>;
  readonly format: RefObject<HTMLInputElement | null>;
}

type ChoiceProps = ExportFormProps & { readonly first: First };

function Scopes({ scopes, choice, first, onChoose }: ChoiceProps): JSX.Element {
  const [only, ...others] = scopes;
  if (others.length === 0) return <p dir="auto">{only?.label}</p>;
  return (
    <label class="field">
      {text('takeWhich')}
      <select
        ref={first.scope}
        name="scope"
        value={choice.scope}
        onChange={({ currentTarget }) => onChoose({ scope: currentTarget.value })}
      >
        {scopes.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Formats({ formats, choice, first, onChoose }: ChoiceProps): JSX.Element {
  return (
    <fieldset class="formats">
      <legend>{text('takeFormat')}</legend>
      {formats.map(({ id }) => {
        const [name, use] = formatWords[id] ?? [];
        return (
          <label key={id}>
            <input
              ref={id === choice.format ? first.format : null}
              type="radio"
              name="format"
              value={id}
              checked={id === choice.format}
              onChange={() => onChoose({ format: id })}
            />
            <span>
              {name && text(name)}
              <small>{use && text(use)}</small>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Parts({ formats, choice, onChoose }: ExportFormProps): JSX.Element {
  const { along, format } = choice;
  const carries = formats.find(({ id }) => id === format)?.carries ?? [];
  return (
    <fieldset class="along">
      <legend>{text('takeAlong')}</legend>
      {format === 'backup' ? (
        <p class="quiet">{text('takeAllAlong')}</p>
      ) : (
        parts.map((part) => {
          const name = text(partNames[part]);
          const isCarried = carries.includes(part);
          return (
            <label key={part}>
              <input
                type="checkbox"
                name={part}
                checked={isCarried && along[part]}
                disabled={!isCarried}
                onChange={({ currentTarget }) =>
                  onChoose({ along: { ...along, [part]: currentTarget.checked } })
                }
              />
              {isCarried ? name : text('takeHasNo', name)}
            </label>
          );
        })
      )}
    </fieldset>
  );
}

/** What is wrong with a pattern, in a sentence. */
function wrongIn(pattern: string): string | undefined {
  const known = listed(keyParts.map((part) => `[${part}]`));
  if (!pattern.trim()) return text('takeKeysEmpty', known);
  const unknown = unknownPart(pattern);
  return unknown === undefined ? undefined : text('takeKeysWrong', unknown, known);
}

function Keys({ formats, choice, onChoose }: ExportFormProps): JSX.Element | null {
  const id = useId();
  if (!formats.find((one) => one.id === choice.format)?.hasKeys) return null;
  const wrong = wrongIn(choice.keyPattern);
  const known = listed(keyParts.map((part) => `[${part}]`));
  return (
    <div class="field">
      <label for={id}>{text('takeKeys')}</label>
      <input
        id={id}
        type="text"
        name="key-pattern"
        maxLength={200}
        spellcheck={false}
        value={choice.keyPattern}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onChoose({ keyPattern: currentTarget.value })}
      />
      <p id={`${id}-hint`} class={wrong ? 'wrong' : 'quiet'} role={wrong ? 'alert' : undefined}>
        {wrong ?? text('takeKeysHint', known)}
      </p>
    </div>
  );
}

function Foot(props: ExportFormProps): JSX.Element {
  const { formats, choice, to, progress, onExport } = props;
  const format = formats.find(({ id }) => id === choice.format);
  const isWrong = format?.hasKeys === true && wrongIn(choice.keyPattern) !== undefined;
  if (progress)
    return (
      <div class="buttons export-foot">
        <progress max={progress.total} value={progress.done} aria-label={text('takeWorking')} />
        <span class="count">{counted('progressOf', progress.total, progress.done)}</span>
        <button type="button" class="button" data-action="stop" onClick={props.onStop}>
          {text('stop')}
        </button>
      </div>
    );
  const isCopied = to === 'clipboard' && format?.isText === true;
  const button = (target: 'file' | 'clipboard', isMain: boolean) => (
    <button
      key={target}
      type={isMain ? 'submit' : 'button'}
      class={isMain ? 'button main' : 'button'}
      data-action={target}
      disabled={isWrong || (target === 'clipboard' && !format?.isText)}
      onClick={isMain ? undefined : () => onExport(target)}
    >
      {text(target === 'file' ? 'takeFile' : 'takeCopy')}
    </button>
  );
  return (
    <div class="buttons export-foot">
      {button('file', !isCopied)}
      {button('clipboard', isCopied)}
      <button type="button" class="button" data-action="cancel" onClick={props.onClose}>
        {text('cancel')}
      </button>
    </div>
  );
}

/** Which papers are taken along, as what, with what, and where to. */
export function ExportForm(props: ExportFormProps): JSX.Element {
  const { formats, choice, to, progress, failure, onExport, onClose } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const scope = useRef<HTMLSelectElement>(null);
  const format = useRef<HTMLInputElement>(null);
  useLayer(ref, onClose, props.scopes.length > 1 ? scope : format);
  const isText = formats.find(({ id }) => id === choice.format)?.isText === true;
  return (
    <dialog ref={ref} class="export" aria-labelledby="export-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!progress) onExport(to === 'clipboard' && isText ? 'clipboard' : 'file');
        }}
      >
        <h2 id="export-title">{text('takeTitle')}</h2>
        <fieldset class="export-parts" disabled={progress !== undefined}>
          <Scopes {...props} first={{ scope, format }} />
          <Formats {...props} first={{ scope, format }} />
          <Parts {...props} />
          <Keys {...props} />
        </fieldset>
        {failure && (
          <p class="wrong" role="alert">
            {failure}
          </p>
        )}
        <Foot {...props} />
      </form>
    </dialog>
  );
}
