import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Hues, huesOf } from '../../components/tags/hues';
import { KeyMap, Keys } from '../../components/ui/key-map';
import type { CommandId } from '../../lib/keymap/commands';
import { keysNow } from '../../lib/keymap/hints';
import { counted, type MessageKey, text } from '../../lib/text';
import { actionSentence } from '../../wording/actions';
import { Announcement, FailureOf, NoticeOf } from '../shared/bars';
import { Exporting } from '../shared/export/exporting';
import { keyGroups } from '../shared/keys/help';
import { listenToKeys } from '../shared/keys/listen';
import { FileDrop } from './dropping';
import { handlersOf } from './keys/handlers';
import type { LibraryContext } from './library-context';
import { Found } from './list/found';
import { ProgressBar } from './notices';
import { Pane } from './reading/pane';
import { pageTitle } from './sidebar/lists';
import { SidebarPanel } from './sidebar/sidebar-panel';
import { OtherView } from './views';

interface Props {
  readonly context: LibraryContext;
}

/** What was cut off when a page died in the middle of it. */
function CutOff({ context }: Props): JSX.Element | null {
  const { commands, service } = context;
  const [action] = service.state.cutOff.value;
  if (!action || service.state.progress.value) return null;
  return (
    <div class="bar failure" role="alert">
      <p>
        {actionSentence(action, Date.now())}. {counted('saidCutOff', action.total)}
      </p>
      <button type="button" class="button" onClick={() => void commands.undo(action.id)}>
        {text('undo')}
      </button>
      <button type="button" class="button" onClick={() => void commands.leave(action.id)}>
        {text('cutOffKeep')}
      </button>
    </div>
  );
}

const hinted = [
  { commands: ['next', 'previous'], does: 'hintMove' },
  { commands: ['status'], does: 'hintStatus' },
  { commands: ['tag'], does: 'hintTag' },
  { commands: ['note'], does: 'hintNote' },
  { commands: ['select'], does: 'hintSelect' },
] as const satisfies readonly { commands: readonly CommandId[]; does: MessageKey }[];

function firstKey(id: CommandId): readonly string[] {
  return keysNow.value.get(id)?.slice(0, 1) ?? [];
}

/** The keys used most, where there is room for them. */
function KeyHints({ context }: Props): JSX.Element {
  return (
    <p class="key-hints">
      {context.service.state.address.value.view === 'list' &&
        hinted.map(({ commands, does }) => (
          <span key={does}>
            <Keys keys={commands.flatMap(firstKey)} /> {text(does)}
          </span>
        ))}
      <button
        type="button"
        class="link"
        onClick={() => {
          context.areKeysShown.value = true;
        }}
      >
        <Keys keys={firstKey('help')} /> {text('hintAll')}
      </button>
    </p>
  );
}

function undoOf({ service, commands }: LibraryContext): (() => void) | undefined {
  const { action, back } = service.state.notice.value ?? {};
  if (back) return back;
  return action === undefined ? undefined : () => void commands.undo(action);
}

/** A bar that goes takes the focus with it; then the row under the cursor, or the first one, has it. */
function useFocusTaken({ service, rowLinks }: LibraryContext, bars: readonly unknown[]): void {
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const { paper, listing } = service.state;
    const current = paper.value === undefined ? [] : [paper.value];
    rowLinks.focusFirst([...current, ...(listing.value?.ids ?? [])]);
  }, bars);
}

function Bars({ context }: Props): JSX.Element {
  const { service } = context;
  const { failure, notice, progress, announcement } = service.state;
  const working = progress.value;
  useFocusTaken(context, [notice.value, failure.value, working === undefined]);
  return (
    <div class="bars">
      <FailureOf failure={failure} onRetry={() => void service.retry()} />
      <CutOff context={context} />
      {working && <ProgressBar {...working} onStop={working.stop} />}
      <NoticeOf notice={notice} onUndo={undoOf(context)} isHidden={working !== undefined} />
      <KeyHints context={context} />
      <Announcement words={announcement} />
    </div>
  );
}

/** The library: lists and facets, what was found, and the paper under the cursor. */
export function Library({ context }: Props): JSX.Element {
  const { service, areListsOpen, areKeysShown, exporting } = context;
  const { address, listing, isBusy, opened, tags } = service.state;
  const { view, query } = address.value;
  const input = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLElement>(null);
  const side = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const handlers = handlersOf(context, input);
    const own = { arrows: [pane, side], escape: [pane] };
    listenToKeys('library', () => handlers, stop.signal, own);
    return () => stop.abort();
  }, [context]);
  const total = listing.value?.total;
  useEffect(() => {
    document.title = pageTitle(view, query, total);
  }, [view, query, total]);
  const hues = useMemo(() => huesOf(tags.value), [tags.value]);
  const kind = ['library', opened.value && 'has-paper', areListsOpen.value && 'has-lists'];
  return (
    <Hues.Provider value={hues}>
      <div class={kind.filter(Boolean).join(' ')} data-view={view}>
        <SidebarPanel context={context} side={side} />
        <main class="found">
          <h1 class="unseen">{text('libraryTitle')}</h1>
          {isBusy.value && <progress class="busy" aria-label={text('loading')} />}
          {view === 'list' ? (
            <Found context={context} input={input} />
          ) : (
            <OtherView context={context} />
          )}
          <Bars context={context} />
        </main>
        {view === 'list' && (
          <aside ref={pane} class="reading" aria-label={text('paneName')}>
            <Pane context={context} place={pane} />
          </aside>
        )}
        <FileDrop onFail={service.failReading} />
        <Exporting page={service} request={exporting} onDone={(said) => service.tell(said)} />
        {areKeysShown.value && (
          <KeyMap
            groups={keyGroups(keysNow.value)}
            onClose={() => {
              areKeysShown.value = false;
            }}
          />
        )}
      </div>
    </Hues.Provider>
  );
}
