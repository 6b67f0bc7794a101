import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { Hues, huesOf } from '../../components/tags/hues';
import { KeyMap } from '../../components/ui/key-map';
import { keysNow } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import type { Scope } from '../../papers/deck/scope';
import { waitingOf } from '../../papers/deck/session';
import { listTitle } from '../../wording/list-name';
import { Announcement, FailureOf, NoticeOf } from '../shared/bars';
import { Exporting } from '../shared/export/exporting';
import { keyGroups } from '../shared/keys/help';
import { listenToKeys } from '../shared/keys/listen';
import { NewOrderLater } from '../shared/likely/mark';
import { citingIn } from './export-papers';
import type { DeckCommands } from './paper-commands';
import { Chooser } from './parts/chooser';
import { OptionsLine } from './parts/options-line';
import { DeckProgress, deckTitle, Filling } from './parts/progress';
import type { DeckRules } from './rule-commands';
import type { DeckService } from './service';
import { handlersOf } from './shortcuts';
import { Stage } from './stage';
import { type DeckState, fillingDay } from './state';
import { daysIn, mutedIn, waitingByDay } from './tallies';

/** What the parts of the page share. */
export interface DeckProps {
  readonly service: DeckService;
  readonly commands: DeckCommands;
  readonly rules: DeckRules;
}

function Top({ service, commands }: Omit<DeckProps, 'rules'>): JSX.Element {
  const { session, standing, papers, isChoosing } = service.state;
  const { left, rest, done } = standing.value;
  const { budget, withMuted = false, onlyUnseen = false, ids = [] } = session.value ?? {};
  const filling = fillingDay(service.state);
  return (
    <header class="deck-top">
      <DeckProgress
        days={daysIn(ids, papers.value)}
        list={listIn(service.state)}
        total={left.length + rest.length + done}
        done={done}
        left={left.length}
        pace={service.pace()}
      />
      {filling && <Filling day={filling} now={Date.now()} />}
      <OptionsLine
        limit={left.length > 0 ? budget?.minutes : undefined}
        rest={budget ? rest.length : left.length}
        isLimited={budget !== undefined}
        muted={mutedIn(session.value, papers.value)}
        withMuted={withMuted}
        onChoose={() => {
          isChoosing.value = true;
        }}
        onLimit={(minutes) => service.limit(minutes)}
        onDismissRest={() => void commands.dismissRest(Date.now())}
        onMuted={(on) => service.include({ withMuted: on })}
        waiting={waitingOf([...left, ...rest], papers.value)}
        onlyUnseen={onlyUnseen}
        order={<NewOrderLater likely={service.likely} onChosen={() => void service.reorder()} />}
        onOnlyUnseen={(on) => service.include({ onlyUnseen: on })}
      />
    </header>
  );
}

function Bars({ service, commands }: Omit<DeckProps, 'rules'>): JSX.Element {
  const { failure, notice, announcement } = service.state;
  const retry = () => (commands.hasFailed ? commands.retry() : service.retry(Date.now()));
  const undo = () => void commands.undo(Date.now());
  return (
    <div class="bars">
      <FailureOf failure={failure} onRetry={() => void retry()} onClose={() => commands.giveUp()} />
      <NoticeOf notice={notice} onUndo={notice.value?.canUndo ? undo : undefined} />
      <Announcement words={announcement} />
    </div>
  );
}

/** The windows that are opened over the deck. */
function Windows({ service }: Pick<DeckProps, 'service'>): JSX.Element {
  const { isChoosing, areKeysShown, exporting, papers, taken, session } = service.state;
  const choose = (scope: Scope) => {
    isChoosing.value = false;
    void service.choose(scope, Date.now());
  };
  return (
    <>
      {isChoosing.value && (
        <Chooser
          counts={waitingByDay(papers.value, taken.value, session.value?.onlyUnseen === true)}
          scope={session.value?.scope ?? {}}
          now={Date.now()}
          onChoose={choose}
          onClose={() => {
            isChoosing.value = false;
          }}
        />
      )}
      <Exporting
        page={service}
        request={exporting}
        onDone={(said) => citingIn(service).tell(said)}
      />
      {areKeysShown.value && (
        <KeyMap
          groups={keyGroups(keysNow.value)}
          onClose={() => {
            areKeysShown.value = false;
          }}
        />
      )}
    </>
  );
}

/** What the list is called that the deck goes through, where it is one. */
function listIn({ session }: DeckState): string | undefined {
  const list = session.value?.scope.list;
  return list && listTitle(list, Date.now());
}

function useTitle({ state }: DeckService): void {
  useSignalEffect(() => {
    const { session, papers, standing } = state;
    const { left, rest, done } = standing.value;
    const total = left.length + rest.length + done;
    const days = daysIn(session.value?.ids ?? [], papers.value);
    const list = listIn(state);
    const title = total > 0 ? deckTitle({ days, list, total }) : text('deckName');
    const whole = text('pageTitle', title, text('extensionName'));
    if (document.title !== whole) document.title = whole;
  });
}

function Heading(props: Omit<DeckProps, 'rules'>): JSX.Element {
  const { stage } = props.service.state;
  const hasPapers = stage.value === 'paper' || stage.value === 'end';
  return hasPapers ? <Top {...props} /> : <h1 class="unseen">{text('deckName')}</h1>;
}

function Busy({ service }: Pick<DeckProps, 'service'>): JSX.Element | null {
  const { isBusy } = service.state;
  return isBusy.value ? <progress class="busy" aria-label={text('loading')} /> : null;
}

/** The catch-up deck: one paper at a time. Each part follows what it shows, so that a key draws little anew. */
export function Deck({ service, commands, rules }: DeckProps): JSX.Element {
  const { tags } = service.state;
  // Not an effect that waits for the next frame: keys act as soon as there is something to see.
  useLayoutEffect(() => {
    const stop = new AbortController();
    listenToKeys('deck', () => handlersOf(service.state, commands), stop.signal);
    return () => stop.abort();
  }, [service, commands]);
  useTitle(service);
  const hues = useMemo(() => huesOf(tags.value), [tags.value]);
  return (
    <Hues.Provider value={hues}>
      <main class="deck">
        <Busy service={service} />
        <Heading service={service} commands={commands} />
        <Stage service={service} commands={commands} rules={rules} />
        <Bars service={service} commands={commands} />
        <Windows service={service} />
      </main>
    </Hues.Provider>
  );
}
