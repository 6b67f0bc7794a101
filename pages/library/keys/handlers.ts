import type { RefObject } from 'preact';
import type { PaperId } from '../../../papers/paper';
import type { Order } from '../../../papers/search/order';
import type { Handlers } from '../../shared/keys/listen';
import { home, type View } from '../address';
import type { LibraryContext } from '../library-context';
import { actInPane, readInPane } from '../reading/in-pane';
import { changing } from './changing';

type Keys = Handlers<'library'>;
type Input = RefObject<HTMLInputElement | null>;

/** Everything that a key does in the library. What is about papers is done where the list of them is shown. */
export function handlersOf(context: LibraryContext, input: Input): Keys {
  const { address } = context.service.state;
  const ofList = { ...moving(context), ...changing(context), ...selecting(context) };
  const isShown = () => address.value.view === 'list';
  const inList = Object.entries(ofList).map(([id, run]) => [
    id,
    (key: string) => isShown() && run(key),
  ]);
  return {
    ...(Object.fromEntries(inList) as typeof ofList),
    ...anywhere(context, input),
    ...going(context),
  };
}

function anywhere(
  context: LibraryContext,
  input: Input,
): Pick<Keys, 'search' | 'undo' | 'close' | 'help'> {
  const { service, commands } = context;
  return {
    search: async () => {
      if (!input.current) await service.go({ view: 'list' });
      input.current?.focus();
      input.current?.select();
    },
    undo: () => commands.undo(),
    close: () => back(context),
    help: () => {
      context.areKeysShown.value = true;
    },
  };
}

function moving({
  service,
}: LibraryContext): Pick<Keys, 'next' | 'previous' | 'first' | 'last' | 'read' | 'open'> {
  return {
    next: () => service.move(1),
    previous: () => service.move(-1),
    first: () => service.move(Number.NEGATIVE_INFINITY),
    last: () => service.move(Number.POSITIVE_INFINITY),
    read: () => readInPane(service),
    open: () => actInPane(service, ({ link }) => link.current?.click()),
  };
}

function selecting({
  service,
  selection,
}: LibraryContext): Pick<Keys, 'select' | 'selectRange' | 'selectAll'> {
  const withPaper = (work: (id: PaperId) => void) => async () => {
    await service.moved;
    const { paper } = service.state.address.value;
    if (paper !== undefined) work(paper);
  };
  return {
    select: withPaper((id) => selection.toggle(id)),
    selectRange: withPaper((id) => selection.extend(id)),
    selectAll: async () => {
      await service.searching;
      selection.all();
    },
  };
}

type Going = Extract<keyof Keys, `go${string}`>;

function going({ service, isNaming }: LibraryContext): Pick<Keys, Going> {
  const list = (query: string, order?: Order) => () => {
    isNaming.value = false;
    return service.list(query, order);
  };
  const view = (name: View) => () => service.go({ ...home, view: name, paper: undefined });
  return {
    goLibrary: list(''),
    goUnread: list('is:unread'),
    goQueue: list('is:queued', 'queue'),
    goNew: list('is:new'),
    goBin: list('is:deleted'),
    goRules: view('rules'),
    goTags: view('tags'),
    goDuplicates: view('duplicates'),
    goStatistics: view('statistics'),
    goActions: view('actions'),
  };
}

async function back({ service, selection, rowLinks }: LibraryContext): Promise<void> {
  await service.moved;
  const { selected, address } = service.state;
  const { paper } = address.value;
  const isInPane = service.pane.value?.element.contains(document.activeElement) === true;
  if (selected.value.size > 0) selection.clear();
  else if (isInPane && paper !== undefined) rowLinks.focusFirst([paper]);
  else if (paper !== undefined) await service.open(undefined);
  else if (address.value.query) await service.list('');
}
