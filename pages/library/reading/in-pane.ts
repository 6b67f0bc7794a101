import { effect } from '@preact/signals';
import type { PaperId } from '../../../papers/paper';
import type { LibraryService } from '../service';

/** Acts on an element of the pane, once it shows the paper under the cursor. */
export async function actInPane(
  service: LibraryService,
  selector: string,
  act: (element: HTMLElement) => void,
): Promise<void> {
  await service.searching;
  await service.moved;
  await service.opening;
  const { paper } = service.state.address.value;
  if (paper === undefined) return;
  const pane = await drawn(service, paper);
  const element = pane?.querySelector<HTMLElement>(selector);
  if (element) act(element);
}

/** Takes the keyboard to the paper beside the list. */
export function readInPane(service: LibraryService): Promise<void> {
  return actInPane(service, '#pane-title', (title) => title.focus());
}

/** Resolves when a paper is drawn in the pane; with nothing when another one is opened, or none. */
function drawn({ pane, state }: LibraryService, id: PaperId): Promise<HTMLElement | undefined> {
  return new Promise((resolve) => {
    effect(function () {
      const isMeant = state.opened.value?.id === id && state.address.value.view === 'list';
      const shown = pane.value;
      if (isMeant && shown?.id !== id) return;
      this.dispose();
      resolve(isMeant ? shown?.element : undefined);
    });
  });
}
