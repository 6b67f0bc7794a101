import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { Hues, huesOf } from '../../components/tags/hues';
import { KeyMap } from '../../components/ui/key-map';
import { keysNow } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import { paceOf } from '../../papers/deck/pace';
import type { Scope } from '../../papers/deck/scope';
import { Announcement, FailureOf, NoticeOf } from '../shared/bars';
import { keyGroups } from '../shared/keys/help';
import { listenToKeys } from '../shared/keys/listen';
import type { DeckCommands } from './paper-commands';
import { Chooser } from './parts/chooser';
import { OptionsLine } from './parts/options-line';
import { DeckProgress, deckTitle, Filling } from './parts/progress';
import type { DeckRules } from './rule-commands';
import type { DeckService } from './service';
import { handlersOf } from './shortcuts';
import { Stage } from './stage';
import { fillingDay } from './state';
import { daysIn, mutedIn, newByDay } from './tallies';

/** What the parts of the page share. */
export interface DeckProps {
  readonly service: DeckService;
  readonly commands: DeckCommands;
  readonly rules: DeckRules;
}

function Top({ service, commands }: Omit<DeckProps, 'rules'>): JSX.Element {
  const { session, standing, papers, instants, isChoosing } = service.state;
  const { left, rest, done } = standing.value;
  const { budget, withMuted = false, ids = [] } = session.value ?? {};
  const pace = paceOf(instants.value);
  const filling = fillingDay(service.state);
  return (
    <header class="deck-top">
      <DeckProgress
        days={daysIn(ids, papers.value)}
        total={left.length + rest.length + done}
        done={done}
        left={left.length}
        pace={pace}
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
        onLimit={(minutes) => service.limit(minutes, pace)}
        onDismissRest={() => void commands.dismissRest(Date.now())}
        onMuted={(on) => service.includeMuted(on)}
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
  const { isChoosing, areKeysShown, papers, taken, session } = service.state;
  const choose = (scope: Scope) => {
    isChoosing.value = false;
    void service.choose(scope, Date.now());
  };
  return (
    <>
      {isChoosing.value && (
        <Chooser
          counts={newByDay(papers.value, taken.value)}
          scope={session.value?.scope ?? {}}
          now={Date.now()}
          onChoose={choose}
          onClose={() => {
            isChoosing.value = false;
          }}
        />
      )}
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

function useTitle({ state }: DeckService): void {
  const { session, papers, standing } = state;
  const { left, rest, done } = standing.value;
  const total = left.length + rest.length + done;
  const days = daysIn(session.value?.ids ?? [], papers.value);
  const title = total > 0 ? deckTitle({ days, total }) : text('deckName');
  useEffect(() => {
    document.title = text('pageTitle', title, text('extensionName'));
  }, [title]);
}

/** The catch-up deck: one new paper at a time. */
export function Deck({ service, commands, rules }: DeckProps): JSX.Element {
  const { session, isBusy, tags, current, standing } = service.state;
  // Not an effect that waits for the next frame: keys act as soon as there is something to see.
  useLayoutEffect(() => {
    const stop = new AbortController();
    listenToKeys('deck', () => handlersOf(service.state, commands), stop.signal);
    return () => stop.abort();
  }, [service, commands]);
  useTitle(service);
  const hues = useMemo(() => huesOf(tags.value), [tags.value]);
  const hasPapers = standing.value.done + standing.value.rest.length > 0 || current.value;
  return (
    <Hues.Provider value={hues}>
      <main class="deck">
        {isBusy.value && <progress class="busy" aria-label={text('loading')} />}
        {session.value && hasPapers ? (
          <Top service={service} commands={commands} />
        ) : (
          <h1 class="unseen">{text('deckName')}</h1>
        )}
        <Stage service={service} commands={commands} rules={rules} />
        <Bars service={service} commands={commands} />
        <Windows service={service} />
      </main>
    </Hues.Provider>
  );
}
