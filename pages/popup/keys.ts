import { homeChoice } from '../../components/paper/home-choice';
import { browser } from '../../lib/browser';
import { openedAt } from '../../papers/homes';
import { isSaved, type Status, statuses } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { recordsOf } from '../../store/records/queries';
import type { Handlers } from '../shared/keys/listen';
import type { ListCommands } from './list/list-commands';
import type { PopupCommands } from './paper-commands';
import type { PopupService } from './service';

/** How many frames the opened part of a row may take to be drawn. */
const patience = 20;

/** Everything that a key does in the popup, to the row that has the focus, or else to the opened one. */
export function handlersOf(
  service: PopupService,
  papers: PopupCommands,
  list: ListCommands,
  showHelp: () => void,
): Handlers<'popup'> {
  const { notice } = service.state;
  return {
    next: () => move(service, 1),
    previous: () => move(service, -1),
    read: () => void press(service, 'open'),
    open: () => withPaper(service, (paper) => open(papers, paper)),
    save: () => void press(service, 'save'),
    dismiss: () => {
      if (!press(service, 'dismiss'))
        withPaper(service, (paper) => papers.decide(paper, 'dismissed'));
    },
    tag: () => write(service, list, '[name="tag"]'),
    note: () => write(service, list, '[name="note"]'),
    status: () =>
      withPaper(service, (paper) => isSaved(paper.state) && papers.setStatus(paper, after(paper))),
    follow: () =>
      withPaper(service, (paper) =>
        inOpened(service, list, paper, '.rule-menu:not([open]) summary', (menu) => menu.click()),
      ),
    cite: () => withPaper(service, (paper) => papers.cite(paper)),
    export: () => withPaper(service, (paper) => papers.export(paper)),
    undo: () => (notice.value?.done ? papers.undo() : papers.undoLast()),
    search: () => search(service),
    help: showHelp,
    close: () => close(service),
  };
}

/** The row that has the focus, else the opened one, else that of the page in the current tab. */
function rowNow({ state }: PopupService): HTMLElement | null {
  return (
    document.activeElement?.closest<HTMLElement>('.row') ??
    rowOf(state.opened.value?.id ?? state.paper.value?.id ?? '')
  );
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector(`.row[data-paper="${CSS.escape(id)}"]`);
}

function move(service: PopupService, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.row[data-paper]')];
  const now = rowNow(service);
  const at = now ? rows.indexOf(now) : -1;
  const next = at < 0 && by < 0 ? undefined : rows[at + by];
  next?.querySelector<HTMLElement>('[data-action="open"]')?.focus();
}

/** Presses a button of the row; false where it has none. */
function press(service: PopupService, action: 'open' | 'save' | 'dismiss'): boolean {
  const button = rowNow(service)?.querySelector<HTMLElement>(`.head [data-action="${action}"]`);
  button?.click();
  return button != null;
}

/** Does something with the paper of the row, as it is stored. */
function withPaper(service: PopupService, work: (paper: PaperRecord) => unknown): void {
  const id = rowNow(service)?.dataset.paper;
  if (id === undefined) return;
  void service.guard('read', async () => {
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

/** Goes on writing the reader's own words on the paper. */
function write(service: PopupService, list: ListCommands, field: string): void {
  withPaper(service, (paper) =>
    inOpened(service, list, paper, field, (element) => element.focus()),
  );
}

/** Acts on an element of the opened part of a row, which it opens. */
async function inOpened(
  service: PopupService,
  list: ListCommands,
  { id }: PaperRecord,
  selector: string,
  act: (element: HTMLElement) => void,
): Promise<void> {
  const { opened, paper: pinned } = service.state;
  if (opened.value?.id !== id && pinned.value?.id !== id) await list.toggle(id);
  for (let left = patience; left > 0; left -= 1) {
    const element = rowOf(id)?.querySelector<HTMLElement>(`.body ${selector}`);
    if (element) return act(element);
    await new Promise(requestAnimationFrame);
  }
}

async function search(service: PopupService): Promise<void> {
  if (service.state.tab.value !== 'saved') await service.show({ tab: 'saved' });
  const input = document.querySelector<HTMLInputElement>('.search input');
  input?.focus();
  input?.select();
}

/** Closes the opened paper; where there is none, the key is the browser's, which closes the popup. */
function close(service: PopupService): boolean {
  const { state } = service;
  if (!state.opened.value) return false;
  rowNow(service)?.querySelector<HTMLElement>('[data-action="open"]')?.focus();
  state.opened.value = undefined;
  return true;
}
