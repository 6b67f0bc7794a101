import { createRef, type RefObject } from 'preact';
import { type PaperControls, paperControls } from '../../../components/paper/paper-controls';
import type { PaperId } from '../../../papers/paper';
import { whenDrawn } from '../../shared/when-drawn';
import type { LibraryService } from '../service';

/** What keys reach in the pane; each is there while it is drawn. */
export interface PaneControls extends PaperControls {
  readonly title: RefObject<HTMLHeadingElement | null>;
  /** The link that the paper is read at. */
  readonly link: RefObject<HTMLAnchorElement | null>;
  readonly snooze: RefObject<HTMLButtonElement | null>;
}

/** The paper that is drawn beside the list, where, and with what. */
export interface ShownPane {
  readonly id: PaperId;
  readonly element: HTMLElement;
  readonly controls: PaneControls;
}

/** Refs of the pane's controls, to be given to what draws them. */
export function paneControls(): PaneControls {
  return { ...paperControls(), title: createRef(), link: createRef(), snooze: createRef() };
}

/** Acts on the pane, once it shows the paper under the cursor. */
export async function actInPane(
  service: LibraryService,
  act: (controls: PaneControls) => void,
): Promise<void> {
  await service.searching;
  await service.moved;
  await service.opening;
  const { paper } = service.state.address.value;
  if (paper === undefined) return;
  const { pane, state } = service;
  const shown = await whenDrawn(
    () => (pane.value?.id === paper ? pane.value : undefined),
    () => state.opened.value?.id === paper && state.address.value.view === 'list',
  );
  if (shown) act(shown.controls);
}

/** Takes the keyboard to the paper beside the list. */
export function readInPane(service: LibraryService): Promise<void> {
  return actInPane(service, ({ title }) => title.current?.focus());
}
