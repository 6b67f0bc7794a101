import type { PaperId, Status } from '../../papers/paper';
import { statuses } from '../../papers/paper';
import type { Deeds } from './deeds';
import type { Command } from './keys';
import type { Selection } from './selection';
import type { LibraryService } from './service';

/** What commands act on. */
export interface CommandContext {
  readonly service: LibraryService;
  readonly deeds: Deeds;
  readonly selection: Selection;
  readonly focusSearch: () => void;
  readonly showKeys: () => void;
}

/** Everything that a key does in the library. */
export function commandsOf(context: CommandContext): readonly Command[] {
  return [...moving(context), ...changing(context), ...going(context)];
}

function moving({ service, focusSearch, showKeys, selection }: CommandContext): Command[] {
  const group = 'keysMoving' as const;
  return [
    { group, keys: ['j', 'ArrowDown'], does: 'keyNext', run: () => service.move(1) },
    { group, keys: ['k', 'ArrowUp'], does: 'keyPrevious', run: () => service.move(-1) },
    { group, keys: ['Home'], does: 'keyFirst', run: () => service.move(Number.NEGATIVE_INFINITY) },
    { group, keys: ['End'], does: 'keyLast', run: () => service.move(Number.POSITIVE_INFINITY) },
    { group, keys: ['Enter'], does: 'keyOpen', run: () => focusIn('#pane-title') },
    { group, keys: ['o'], does: 'keyVisit', run: () => clickIn('[data-link]') },
    { group, keys: ['/'], does: 'keySearch', run: focusSearch },
    { group, keys: ['Escape'], does: 'keyBack', run: () => back(service, selection) },
    { group, keys: ['?'], does: 'keyKeys', run: showKeys },
  ];
}

function changing({ service, deeds, selection }: CommandContext): Command[] {
  const group = 'keysChanging' as const;
  const chosen = () => chosenOf(service);
  const opened = () => service.state.opened.value?.record;
  return [
    {
      group,
      keys: ['s'],
      does: 'keyStatus',
      run: () => {
        const at = statuses.indexOf(opened()?.state as Status);
        const next = statuses[(at + 1) % statuses.length] ?? 'unread';
        return deeds.setStatus(chosen(), next);
      },
    },
    { group, keys: ['t'], does: 'keyTag', run: () => focusIn('.pane [name="tag"]') },
    { group, keys: ['n'], does: 'keyNote', run: () => focusIn('.pane textarea') },
    {
      group,
      keys: ['f'],
      does: 'keyStar',
      run: () => deeds.star(chosen(), opened()?.starred !== true),
    },
    {
      group,
      keys: ['x'],
      does: 'keySelect',
      run: () => {
        const { paper } = service.state.address.value;
        if (paper) selection.toggle(paper);
      },
    },
    {
      group,
      keys: ['X'],
      does: 'keySelectRange',
      run: () => {
        const { paper } = service.state.address.value;
        if (paper) selection.extend(paper);
      },
    },
    { group, keys: ['Mod+a'], does: 'keySelectAll', run: () => selection.all() },
  ];
}

function going({ service }: CommandContext): Command[] {
  const group = 'keysGoing' as const;
  return [
    { group, keys: ['g l'], does: 'keyGoLibrary', run: () => service.list('') },
    { group, keys: ['g u'], does: 'keyGoUnread', run: () => service.list('is:unread') },
    { group, keys: ['g q'], does: 'keyGoQueue', run: () => service.list('is:queued', 'queue') },
    { group, keys: ['g n'], does: 'keyGoNew', run: () => service.list('is:new') },
    { group, keys: ['g b'], does: 'keyGoBin', run: () => service.list('is:deleted') },
  ];
}

/** The selected papers, or else the one under the cursor. */
function chosenOf(service: LibraryService): readonly PaperId[] {
  const { selected, address } = service.state;
  if (selected.value.size > 0) return [...selected.value];
  return address.value.paper === undefined ? [] : [address.value.paper];
}

async function back(service: LibraryService, selection: Selection): Promise<void> {
  const { selected, address } = service.state;
  if (selected.value.size > 0) selection.clear();
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
