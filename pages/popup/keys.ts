import type { RefObject } from 'preact';
import { homeChoice } from '../../components/paper/home-choice';
import type { PaperControls } from '../../components/paper/paper-controls';
import { browser } from '../../lib/browser';
import { openedAt } from '../../papers/homes';
import { isSaved, type Status, statuses } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { recordsOf } from '../../store/records/queries';
import type { Handlers } from '../shared/keys/listen';
import { whenDrawn } from '../shared/when-drawn';
import type { ListCommands } from './list/list-commands';
import type { Row, RowButton, RowRefs } from './list/row-refs';
import type { PopupCommands } from './paper-commands';
import type { PopupService } from './service';

/** What the keys of the popup act on. */
export interface KeyTargets {
  readonly service: PopupService;
  readonly papers: PopupCommands;
  readonly list: ListCommands;
  readonly rows: RowRefs;
  /** The box that a search is typed into. */
  readonly input: RefObject<HTMLInputElement | null>;
  readonly showHelp: () => void;
}

/** Everything that a key does in the popup, to the row that has the focus, or else to the opened one. */
export function handlersOf(targets: KeyTargets): Handlers<'popup'> {
  const { service, papers } = targets;
  const { notice } = service.state;
  const withPaper = (work: (paper: PaperRecord) => unknown) => void readCurrent(targets, work);
  return {
    next: () => move(targets, 1),
    previous: () => move(targets, -1),
    read: () => void press(targets, 'open'),
    open: () => withPaper((paper) => open(papers, paper)),
    save: () => void press(targets, 'save'),
    dismiss: () => {
      if (!press(targets, 'dismiss')) withPaper((paper) => papers.decide(paper, 'dismissed'));
    },
    tag: () => withPaper((paper) => inOpened(targets, paper, ({ tag }) => tag.current?.focus())),
    note: () => withPaper((paper) => inOpened(targets, paper, ({ note }) => note.current?.write())),
    status: () =>
      withPaper((paper) => isSaved(paper.state) && papers.setStatus(paper, after(paper))),
    follow: () =>
      withPaper((paper) => inOpened(targets, paper, ({ rules }) => rules.current?.open())),
    cite: () => withPaper((paper) => papers.cite(paper)),
    export: () => withPaper((paper) => papers.export(paper)),
    undo: () => (notice.value?.done ? papers.undo() : papers.undoLast()),
    search: () => search(targets),
    help: targets.showHelp,
    close: () => close(targets),
  };
}

/** The row that has the focus, else the opened one, else that of the page in the current tab. */
function currentRow({ service: { state }, rows }: KeyTargets): Row | undefined {
  const [opened, pinned] = [state.opened.value, state.paper.value];
  const row =
    rows.around(document.activeElement) ??
    (opened ? rows.of(opened.id) : pinned && rows.of(pinned.id, 'page'));
  return row?.row.current ? row : undefined;
}

function move(targets: KeyTargets, by: 1 | -1): void {
  const { rows } = targets;
  const drawn = rows.drawn().filter(({ open }) => open.current);
  const current = currentRow(targets);
  const at = current ? drawn.indexOf(current) : -1;
  const next = at < 0 && by < 0 ? undefined : drawn[at + by];
  next?.open.current?.focus();
}

/** Presses a button of the row; false where it has none. */
function press(targets: KeyTargets, button: RowButton): boolean {
  const element = currentRow(targets)?.[button].current;
  element?.click();
  return element != null;
}

/** Does something with the paper of the row, as it is stored. */
async function readCurrent(
  targets: KeyTargets,
  work: (paper: PaperRecord) => unknown,
): Promise<void> {
  const id = currentRow(targets)?.id;
  if (id === undefined) return;
  await targets.service.guard('read', async () => {
    const [paper] = await recordsOf([id]);
    if (paper) await work(paper);
  });
}

async function open(papers: PopupCommands, paper: PaperRecord): Promise<void> {
  const url = openedAt(paper, homeChoice.value);
  if (!url) return;
  const noted = papers.visited(paper.id);
  await browser.tabs.create({ url });
  await noted;
}

function after({ state }: PaperRecord): Status {
  return statuses[(statuses.indexOf(state as Status) + 1) % statuses.length] ?? 'unread';
}

/** Acts on a control of the opened part of a row, which it opens. */
async function inOpened(
  { service, list, rows }: KeyTargets,
  { id }: PaperRecord,
  act: (controls: PaperControls) => void,
): Promise<void> {
  const { opened, paper: pinned } = service.state;
  const isPinned = () => pinned.value?.id === id;
  const row = rows.of(id, isPinned() ? 'page' : 'list');
  if (isPinned() && !row.isOpened.value) row.open.current?.click();
  else if (!isPinned() && opened.value?.id !== id) await list.toggle(id);
  const drawn = await whenDrawn(
    () => (row.isOpened.value ? row : undefined),
    () => opened.value?.id === id || isPinned(),
  );
  if (drawn) act(drawn);
}

async function search({ service, input }: KeyTargets): Promise<void> {
  if (service.state.tab.value !== 'saved') await service.show({ tab: 'saved' });
  input.current?.focus();
  input.current?.select();
}

/** Closes the opened paper; where there is none, the key is the browser's, which closes the popup. */
function close(targets: KeyTargets): boolean {
  const { opened } = targets.service.state;
  if (!opened.value) return false;
  currentRow(targets)?.open.current?.focus();
  opened.value = undefined;
  return true;
}
