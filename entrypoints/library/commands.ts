import type { RefObject } from 'preact';
import type { Decision } from '../../papers/change';
import type { PaperId, Status } from '../../papers/paper';
import { statuses } from '../../papers/paper';
import { home, type View } from './address';
import type { Desk } from './desk';
import type { Command } from './keys';
import type { LibraryService } from './service';
import { take } from './taking';

/** Everything that a key does in the library. */
export function commandsOf(desk: Desk, input: Input): readonly Command[] {
  const ofList = [...moving(desk), ...changing(desk), ...selecting(desk)].map((command) => ({
    ...command,
    view: 'list' as const,
  }));
  return [...ofList, ...anywhere(desk, input), ...going(desk)];
}

type Input = RefObject<HTMLInputElement | null>;

function anywhere(desk: Desk, input: Input): Command[] {
  const { service, deeds } = desk;
  const group = 'keysAnywhere' as const;
  const focusSearch = async () => {
    if (!input.current) await service.go({ view: 'list' });
    input.current?.focus();
    input.current?.select();
  };
  const showKeys = () => {
    desk.areKeysShown.value = true;
  };
  return [
    { group, keys: ['/'], does: 'keySearch', run: focusSearch },
    { group, keys: ['Mod+z'], does: 'keyUndo', run: () => deeds.undo() },
    { group, keys: ['Escape'], does: 'keyBack', run: () => back(desk) },
    { group, keys: ['?'], does: 'keyKeys', run: showKeys },
  ];
}

function moving({ service }: Desk): Command[] {
  const group = 'keysMoving' as const;
  return [
    { group, keys: ['j', 'ArrowDown'], does: 'keyNext', run: () => service.move(1) },
    { group, keys: ['k', 'ArrowUp'], does: 'keyPrevious', run: () => service.move(-1) },
    { group, keys: ['Home'], does: 'keyFirst', run: () => service.move(Number.NEGATIVE_INFINITY) },
    { group, keys: ['End'], does: 'keyLast', run: () => service.move(Number.POSITIVE_INFINITY) },
    { group, keys: ['Enter'], does: 'keyOpen', run: () => focusIn('#pane-title') },
    { group, keys: ['o'], does: 'keyVisit', run: () => clickIn('[data-link]') },
  ];
}

function changing({ service, deeds }: Desk): Command[] {
  const group = 'keysChanging' as const;
  const chosen = () => chosenOf(service);
  const opened = () => service.state.opened.value?.record;
  const to = (next: Decision) => deeds.change(chosen(), { kind: 'state', to: next });
  const next = () => {
    const at = statuses.indexOf(opened()?.state as Status);
    return statuses[(at + 1) % statuses.length] ?? 'unread';
  };
  const star = () => deeds.change(chosen(), { kind: 'star', on: opened()?.starred !== true });
  const queue = () => {
    const on = opened()?.queueAt === undefined;
    return deeds.change(chosen(), { kind: 'queue', on });
  };
  const letGo = async (next: Decision) => {
    await to(next);
    if (service.state.selected.value.size === 0) await service.move(1);
  };
  const shift = (by: number) => {
    const id = service.state.address.value.paper;
    return id && deeds.moveInQueue(id, by);
  };
  return [
    { group, keys: ['s'], does: 'keyStatus', run: () => to(next()) },
    { group, keys: ['1'], does: 'keyUnread', run: () => to('unread') },
    { group, keys: ['2'], does: 'keyReading', run: () => to('reading') },
    { group, keys: ['3'], does: 'keyRead', run: () => to('read') },
    { group, keys: ['t'], does: 'keyTag', run: () => focusIn('.pane [name="tag"]') },
    {
      group,
      keys: ['n'],
      does: 'keyNote',
      run: () => focusIn('.pane [data-note], .pane textarea'),
    },
    { group, keys: ['f'], does: 'keyStar', run: star },
    { group, keys: ['q'], does: 'keyQueue', run: queue },
    { group, keys: ['J'], does: 'keyQueueDown', run: () => shift(1) },
    { group, keys: ['K'], does: 'keyQueueUp', run: () => shift(-1) },
    { group, keys: ['d'], does: 'keyDismiss', run: () => letGo('dismissed') },
    { group, keys: ['Delete', '#'], does: 'keyDelete', run: () => letGo('deleted') },
    { group, keys: ['y'], does: 'keyCopy', run: () => take(service, chosen(), 'link') },
  ];
}

function selecting({ service, selection }: Desk): Command[] {
  const group = 'keysSelecting' as const;
  const withPaper = (work: (id: PaperId) => void) => () => {
    const { paper } = service.state.address.value;
    if (paper !== undefined) work(paper);
  };
  const toggle = withPaper((id) => selection.toggle(id));
  const extend = withPaper((id) => selection.extend(id));
  return [
    { group, keys: ['x'], does: 'keySelect', run: toggle },
    { group, keys: ['X'], does: 'keySelectRange', run: extend },
    { group, keys: ['Mod+a'], does: 'keySelectAll', run: () => selection.all() },
  ];
}

function going({ service }: Desk): Command[] {
  const group = 'keysGoing' as const;
  const view = (name: View) => () => service.go({ ...home, view: name, paper: undefined });
  return [
    { group, keys: ['g l'], does: 'keyGoLibrary', run: () => service.list('') },
    { group, keys: ['g u'], does: 'keyGoUnread', run: () => service.list('is:unread') },
    { group, keys: ['g q'], does: 'keyGoQueue', run: () => service.list('is:queued', 'queue') },
    { group, keys: ['g n'], does: 'keyGoNew', run: () => service.list('is:new') },
    { group, keys: ['g b'], does: 'keyGoBin', run: () => service.list('is:deleted') },
    { group, keys: ['g t'], does: 'keyGoTags', run: view('tags') },
    { group, keys: ['g s'], does: 'keyGoStatistics', run: view('statistics') },
    { group, keys: ['g a'], does: 'keyGoActions', run: view('actions') },
  ];
}

/** The selected papers, or else the one under the cursor. */
function chosenOf(service: LibraryService): readonly PaperId[] {
  const { selected, address } = service.state;
  if (selected.value.size > 0) return [...selected.value];
  return address.value.paper === undefined ? [] : [address.value.paper];
}

async function back({ service, selection, areListsOpen }: Desk): Promise<void> {
  const { selected, address } = service.state;
  if (areListsOpen.value) areListsOpen.value = false;
  else if (selected.value.size > 0) selection.clear();
  else if (document.activeElement?.closest('.reading')) focusIn('.current a');
  else if (address.value.paper !== undefined) await service.open(undefined);
  else if (address.value.query) await service.list('');
}

function focusIn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function clickIn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}
