import type { RefObject } from 'preact';
import { text } from '../../../lib/text';
import type { Change, Decision } from '../../../papers/change';
import type { PaperId, Status } from '../../../papers/paper';
import { statuses } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import type { Order } from '../../../papers/search/order';
import { recordsOf } from '../../../store/records/queries';
import type { Shortcut } from '../../shared/listen-to-keys';
import { home, type View } from '../address';
import type { LibraryContext } from '../library-context';
import { exportPapers } from '../list/export-papers';
import { actInPane, readInPane } from '../reading/in-pane';
import type { LibraryService } from '../service';

/** Everything that a key does in the library. */
export function shortcutsOf(context: LibraryContext, input: Input): readonly Shortcut[] {
  const ofList = [...moving(context), ...changing(context), ...selecting(context)].map(
    (shortcut) => ({
      ...shortcut,
      view: 'list' as const,
    }),
  );
  return [...ofList, ...anywhere(context, input), ...going(context)];
}

type Input = RefObject<HTMLInputElement | null>;

function anywhere(context: LibraryContext, input: Input): Shortcut[] {
  const { service, commands } = context;
  const group = 'keysAnywhere' as const;
  const focusSearch = async () => {
    if (!input.current) await service.go({ view: 'list' });
    input.current?.focus();
    input.current?.select();
  };
  const showKeys = () => {
    context.areKeysShown.value = true;
  };
  return [
    { group, keys: ['/'], does: 'keySearch', run: focusSearch },
    { group, keys: ['Mod+z'], does: 'keyUndo', run: () => commands.undo() },
    { group, keys: ['Escape'], does: 'keyBack', run: () => back(context) },
    { group, keys: ['?'], does: 'keyKeys', run: showKeys },
  ];
}

function moving({ service }: LibraryContext): Shortcut[] {
  const group = 'keysMoving' as const;
  return [
    { group, keys: ['j', 'ArrowDown'], does: 'keyNext', run: () => service.move(1) },
    { group, keys: ['k', 'ArrowUp'], does: 'keyPrevious', run: () => service.move(-1) },
    { group, keys: ['Home'], does: 'keyFirst', run: () => service.move(Number.NEGATIVE_INFINITY) },
    { group, keys: ['End'], does: 'keyLast', run: () => service.move(Number.POSITIVE_INFINITY) },
    {
      group,
      keys: ['Enter'],
      does: 'keyOpen',
      run: () => readInPane(service),
    },
    {
      group,
      keys: ['o'],
      does: 'keyVisit',
      run: () => actInPane(service, '[data-link]', (link) => link.click()),
    },
  ];
}

function changing(context: LibraryContext): Shortcut[] {
  const { service, commands } = context;
  const group = 'keysChanging' as const;
  const chosen = () => chosenOf(service);
  // From the store itself: a key may follow a change that is not shown yet.
  const first = async (ids: readonly PaperId[]) => (await recordsOf(ids.slice(0, 1)))[0];
  const to = async (next: Decision) => commands.change(await chosen(), { kind: 'state', to: next });
  const byFirst = (next: (record: PaperRecord | undefined) => Change) => async () => {
    const ids = await chosen();
    await commands.change(ids, next(await first(ids)));
  };
  const letGo = async (next: Decision) => {
    await to(next);
    if (service.state.selected.value.size === 0) await service.move(1);
  };
  const step = byFirst((record) => {
    const at = statuses.indexOf(record?.state as Status);
    return { kind: 'state', to: statuses[(at + 1) % statuses.length] ?? 'unread' };
  });
  const star = byFirst((record) => ({ kind: 'star', on: record?.starred !== true }));
  const queue = byFirst((record) => ({ kind: 'queue', on: record?.queueAt === undefined }));
  const shift = async (by: number) => commands.moveInQueue(await chosen(), by);
  return [
    { group, keys: ['s'], does: 'keyStatus', run: step },
    { group, keys: ['1'], does: 'keyUnread', run: () => to('unread') },
    { group, keys: ['2'], does: 'keyReading', run: () => to('reading') },
    { group, keys: ['3'], does: 'keyRead', run: () => to('read') },
    { group, keys: ['t'], does: 'keyTag', run: () => tag(context) },
    { group, keys: ['n'], does: 'keyNote', run: () => note(service) },
    { group, keys: ['f'], does: 'keyStar', run: star },
    { group, keys: ['q'], does: 'keyQueue', run: queue },
    { group, keys: ['J'], does: 'keyQueueDown', run: () => shift(1) },
    { group, keys: ['K'], does: 'keyQueueUp', run: () => shift(-1) },
    { group, keys: ['d'], does: 'keyDismiss', run: () => letGo('dismissed') },
    { group, keys: ['Delete', '#'], does: 'keyDelete', run: () => letGo('deleted') },
    {
      group,
      keys: ['y'],
      does: 'keyCopy',
      run: async () => exportPapers(service, await chosen(), 'link'),
    },
  ];
}

function selecting({ service, selection }: LibraryContext): Shortcut[] {
  const group = 'keysSelecting' as const;
  const withPaper = (work: (id: PaperId) => void) => async () => {
    await service.moved;
    const { paper } = service.state.address.value;
    if (paper !== undefined) work(paper);
  };
  const toggle = withPaper((id) => selection.toggle(id));
  const all = async () => {
    await service.searching;
    selection.all();
  };
  const extend = withPaper((id) => selection.extend(id));
  return [
    { group, keys: ['x'], does: 'keySelect', run: toggle },
    { group, keys: ['X'], does: 'keySelectRange', run: extend },
    { group, keys: ['Mod+a'], does: 'keySelectAll', run: all },
  ];
}

function going({ service, isNaming }: LibraryContext): Shortcut[] {
  const group = 'keysGoing' as const;
  const list = (query: string, order?: Order) => () => {
    isNaming.value = false;
    return service.list(query, order);
  };
  const view = (name: View) => () => service.go({ ...home, view: name, paper: undefined });
  return [
    { group, keys: ['g l'], does: 'keyGoLibrary', run: list('') },
    { group, keys: ['g u'], does: 'keyGoUnread', run: list('is:unread') },
    { group, keys: ['g q'], does: 'keyGoQueue', run: list('is:queued', 'queue') },
    { group, keys: ['g n'], does: 'keyGoNew', run: list('is:new') },
    { group, keys: ['g b'], does: 'keyGoBin', run: list('is:deleted') },
    { group, keys: ['g r'], does: 'keyGoRules', run: view('rules') },
    { group, keys: ['g t'], does: 'keyGoTags', run: view('tags') },
    { group, keys: ['g s'], does: 'keyGoStatistics', run: view('statistics') },
    { group, keys: ['g a'], does: 'keyGoActions', run: view('actions') },
  ];
}

/** Opens the form for the tags of the selected papers, or else the field of the one under the cursor. */
async function tag({ service, isTagging }: LibraryContext): Promise<void> {
  await service.moved;
  const isMany = service.state.selected.value.size > 0;
  if (isMany) isTagging.value = true;
  else await actInPane(service, '[name="tag"]', (field) => field.focus());
}

/** Goes on writing the note of the paper that is meant; there is none for several. */
async function note(service: LibraryService): Promise<void> {
  const [id, ...others] = await chosenOf(service);
  if (others.length > 0) {
    service.state.notice.value = { said: text('noteOfOne') };
    return;
  }
  if (id !== service.state.address.value.paper) await service.open(id);
  await actInPane(service, 'textarea, [data-action="edit-note"]', write);
}

/** The selected papers, or else the one under the cursor, wherever the keys so far have moved it. */
async function chosenOf(service: LibraryService): Promise<readonly PaperId[]> {
  await service.moved;
  const { selected, address } = service.state;
  if (selected.value.size > 0) return [...selected.value];
  const { paper } = address.value;
  return paper === undefined ? [] : [paper];
}

async function back({ service, selection }: LibraryContext): Promise<void> {
  await service.moved;
  const { selected, address } = service.state;
  if (selected.value.size > 0) selection.clear();
  else if (document.activeElement?.closest('.reading')) focusIn('.current a');
  else if (address.value.paper !== undefined) await service.open(undefined);
  else if (address.value.query) await service.list('');
}

function focusIn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/** Goes on writing a note: in its field, or by the button that opens it. */
function write(element: HTMLElement): void {
  if (element instanceof HTMLButtonElement) element.click();
  else element.focus();
}
