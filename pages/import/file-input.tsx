import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { text } from '../../lib/text';
import { droppedIn, holdsFiles } from '../shared/files/given';
import {
  sourcesOf,
  sourcesOfDropped,
  sourcesOfFolder,
  sourcesOfText,
} from '../shared/files/sources';
import type { ImportService } from './service';

interface Props {
  readonly service: ImportService;
}

/** Takes what is dropped anywhere on the page, and what is pasted outside a field. */
function useGiving(service: ImportService): boolean {
  const isOver = useSignal(false);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const onOver = (event: DragEvent): void => {
      event.preventDefault();
      isOver.value = holdsFiles(event);
    };
    const onLeave = (event: DragEvent): void => {
      if (!event.relatedTarget) isOver.value = false;
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      isOver.value = false;
      const dropped = droppedIn(event);
      void sourcesOfDropped(dropped).then((sources) => service.give(sources));
    };
    const onPaste = ({ target, clipboardData }: ClipboardEvent): void => {
      const isInField = target instanceof Element && target.closest('input, textarea');
      const files = [...(clipboardData?.files ?? [])];
      if (files.length) void service.give(sourcesOf(files));
      else if (!isInField && clipboardData?.getData('text/plain').trim())
        void service.give(sourcesOfText(clipboardData.getData('text/plain')));
    };
    addEventListener('dragover', onOver, { signal });
    addEventListener('dragleave', onLeave, { signal });
    addEventListener('drop', onDrop, { signal });
    addEventListener('paste', onPaste, { signal });
    return () => stop.abort();
  }, [service, isOver]);
  return isOver.value;
}

function FileButton(props: {
  readonly label: string;
  readonly isFolder?: boolean;
  readonly isMain?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): JSX.Element {
  const { label, isFolder = false, isMain = false, onFiles } = props;
  return (
    <label class={isMain ? 'button main' : 'button'}>
      {label}
      <input
        type="file"
        class="unseen"
        multiple
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

function Paste({ service }: Props): JSX.Element {
  const words = useSignal('');
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        void service.give(sourcesOfText(words.value));
      }}
    >
      <label for="pasted">{text('importPasteName')}</label>
      <textarea
        id="pasted"
        rows={3}
        spellcheck={false}
        value={words.value}
        onInput={({ currentTarget }) => {
          words.value = currentTarget.value;
        }}
      />
      <button type="submit" class="button" disabled={!words.value.trim()}>
        {text('importPasteGo')}
      </button>
    </form>
  );
}

/** Where the reader gives files: chosen, dropped or pasted. */
export function FileInput({ service }: Props): JSX.Element {
  const isOver = useGiving(service);
  const isGiven = service.state.gathered.value !== undefined;
  return (
    <section class={isOver ? 'give over' : 'give'} aria-label={text('importTitle')}>
      <div class="buttons">
        <FileButton
          isMain={!isGiven}
          label={text('importChooseFiles')}
          onFiles={(files) => void service.give(sourcesOf(files))}
        />
        <FileButton
          isFolder
          label={text('importChooseFolder')}
          onFiles={(files) => void service.give(sourcesOfFolder(files))}
        />
        <p class="quiet">{text(isOver ? 'importDropNow' : 'importDropHint')}</p>
      </div>
      {!isGiven && <Paste service={service} />}
    </section>
  );
}
