import type { JSX } from 'preact';
import { dailyPapers, Empty } from '../../components/ui/empty';
import { failureText } from '../../components/ui/error-banner';
import { memo } from '../../components/ui/memo';
import { libraryAddress } from '../../lib/library-address';
import { counted, text } from '../../lib/text';
import { askedWords, newsHeadline } from '../../wording/news';
import { addressFor } from './address-for';
import type { DeckProps } from './deck';
import { copyKept, openAll } from './export-papers';
import { PaperCards } from './paper-cards';
import { DeckActions } from './parts/actions';
import { DeckEnd } from './parts/end';
import { Filling } from './parts/progress';
import { actionsOf } from './shortcuts';
import { type DeckState, fillingDay, keptIn } from './state';
import { newByDay } from './tallies';

/** Drawn anew when a key is chosen, and not with each paper. */
const Actions = memo(
  ({ service, commands }: DeckProps) => (
    <DeckActions actions={actionsOf(service.state, commands)} />
  ),
  [],
);

function TopPaper(props: DeckProps): JSX.Element | null {
  const paper = props.service.state.current.value;
  if (!paper) return null;
  return (
    <>
      <PaperCards {...props} paper={paper} />
      <Actions {...props} />
    </>
  );
}

/** How many papers are new, whatever the scope. */
function newOnes({ papers, taken }: DeckState): number {
  return [...newByDay(papers.value, taken.value).values()].reduce((sum, count) => sum + count, 0);
}

function End({ service, commands }: DeckProps): JSX.Element {
  const { state } = service;
  const { rest } = state.standing.value;
  const kept = keptIn(state);
  return (
    <DeckEnd
      kept={kept}
      rest={rest.length}
      others={newOnes(state)}
      now={Date.now()}
      addressOf={addressFor}
      library={libraryAddress({ q: 'is:unread' })}
      onCopy={() => void copyKept(service, kept)}
      onOpenAll={() => void openAll({ service, commands }, kept, Date.now())}
      onVisit={(id) => void commands.visited(id, Date.now())}
      onDismissRest={() => void commands.dismissRest(Date.now())}
      onGoOn={() => service.limit(undefined, 1)}
      onEverything={() => void service.choose({}, Date.now())}
    />
  );
}

/** Nothing new to go through: whether that is known, whether more may come, and one next step. */
function NothingNew({ service }: DeckProps): JSX.Element {
  const news = service.state.news.value;
  const day = fillingDay(service.state);
  const now = Date.now();
  const others = newOnes(service.state);
  if (others > 0)
    return (
      <Empty title="deckEmptyDaysTitle" words="deckEmptyDaysText">
        <button
          type="button"
          class="button main"
          onClick={() => void service.choose({}, Date.now())}
        >
          {counted('deckEverything', others)}
        </button>
        {day && <Filling day={day} now={now} />}
      </Empty>
    );
  return (
    <div class="empty">
      <h2>{news ? newsHeadline(news) : text('newsUnknown')}</h2>
      <p>{text('deckEmptyText')}</p>
      {day && !news?.knowsToday && <Filling day={day} now={now} />}
      {news && <p>{askedWords(news, now)}</p>}
      <a class="button main" href={dailyPapers} target="_blank" rel="noreferrer">
        {text('emptySavedAction')}
      </a>
    </div>
  );
}

function Broken({ service }: DeckProps): JSX.Element | null {
  const { failure } = service.state;
  if (!failure.value) return null;
  return (
    <div class="empty">
      <h2>{text('deckBroken')}</h2>
      <p>{failureText(failure.value.code, failure.value.detail)}</p>
    </div>
  );
}

const stages = { paper: TopPaper, end: End, nothing: NothingNew, unread: Broken };

/** The paper on top, or what there is instead of one. */
export function Stage(props: DeckProps): JSX.Element {
  const Shown = stages[props.service.state.stage.value];
  return <Shown {...props} />;
}
