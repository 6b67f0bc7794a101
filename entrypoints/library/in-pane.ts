import type { LibraryService } from './service';

/** How many frames the pane may take to be drawn after its paper was read. */
const patience = 20;

/** Acts on an element of the pane, once it shows the paper under the cursor. */
export async function actInPane(
  service: LibraryService,
  selector: string,
  act: (element: HTMLElement) => void,
): Promise<void> {
  await service.finding;
  await service.moved;
  await service.opening;
  const { paper } = service.state.address.value;
  if (paper === undefined) return;
  const pane = `.pane[data-open="${CSS.escape(paper)}"]`;
  const attempt = (frames: number): void => {
    const element = document.querySelector<HTMLElement>(`${pane} :is(${selector})`);
    if (element) act(element);
    else if (frames > 0) requestAnimationFrame(() => attempt(frames - 1));
  };
  attempt(patience);
}

/** Takes the keyboard to the paper beside the list. */
export function readInPane(service: LibraryService): Promise<void> {
  return actInPane(service, '#pane-title', (title) => title.focus());
}
