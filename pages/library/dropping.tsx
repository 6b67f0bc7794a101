import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { browser } from '../../lib/browser';
import { importAddress } from '../../lib/import-address';
import { text } from '../../lib/text';
import { type Dropped, droppedIn, holdsFiles } from '../shared/files/given';

/** Hands dropped files to the page for them. Folders are looked into by what is loaded for it. */
async function handOver(dropped: Dropped): Promise<void> {
  const [{ sourcesOfDropped }, { keepFor }] = await Promise.all([
    import('../shared/files/sources'),
    import('../shared/files/handover'),
  ]);
  const kept = keepFor(await sourcesOfDropped(dropped));
  await browser.tabs.create({ url: importAddress(kept) });
}

/** Takes files that are dropped on the library; while they are held over it, says what would become of them. */
export function FileDrop(props: { readonly onFail: (cause: unknown) => void }): JSX.Element | null {
  const { onFail } = props;
  const isOver = useSignal(false);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      isOver.value = true;
    };
    const onLeave = (event: DragEvent): void => {
      if (!event.relatedTarget) isOver.value = false;
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      isOver.value = false;
      handOver(droppedIn(event)).catch(onFail);
    };
    addEventListener('dragover', onOver, { signal });
    addEventListener('dragleave', onLeave, { signal });
    addEventListener('drop', onDrop, { signal });
    return () => stop.abort();
  }, [isOver, onFail]);
  return isOver.value ? <p class="file-drop">{text('importDropLibrary')}</p> : null;
}
