import type { JSX } from 'preact';
import { TagKeys } from '../../components/tags/tag-keys';
import { Checked } from '../../components/ui/checked';
import { dailyPapers, Empty } from '../../components/ui/empty';
import { failureText } from '../../components/ui/error-banner';
import { memo } from '../../components/ui/memo';
import { libraryAddress } from '../../lib/library-address';
import { counted, text } from '../../lib/text';
import { askedWords, canCheck, newsHeadline } from '../../wording/news';
import { addressFor } from './address-for';
import type { DeckProps } from './deck';
import { copyKept, openAll, openExport } from './export-papers';
import { PaperCards } from './paper-cards';
import { DeckActions } from './parts/actions';
import { DeckEnd } from './parts/end';
import { Filling } from './parts/progress';
import { TrailLine } from './parts/trail-line';
import { actionsOf } from './shortcuts';
import { type DeckState, fillingDay, keptIn, tallyNow } from './state';
import { toggleTag } from './tag-of-key';
import { waitingByDay } from './tallies';

/** Drawn anew when a key is chosen, and not with each paper. */
const Actions = memo(
  ({ service, commands }: DeckProps) => (
    <DeckActions actions={actionsOf(service.state, commands)} />
  ),
  [],
);

/** What was decided last, and the tags that number keys give. */
function Trail({ service, commands }: DeckProps): JSX.Element {
  const { trail, recentTags } = service.state;
  return (
    <>
      <TrailLine trail={trail.value} onUndo={(trace) => void commands.undoOne(trace, Date.now())} />
      <TagKeys
        tags={recentTags.value}
        onTag={(place) => void toggleTag(service.state, commands, place, Date.now())}
      />
    </>
  );
}

function TopPaper(props: DeckProps): JSX.Element | null {
  const paper = props.service.state.current.value;
  if (!paper) return null;
  return (
    <>
      <PaperCards {...props} paper={paper} />
      <div class="deck-foot">
        <Trail {...props} />
        <Actions {...props} />
      </div>
    </>
  );
}

/** How many papers wait for a decision, whatever the scope. */
function waitingOnes({ papers, taken, session }: DeckState): number {
  const onlyUnseen = session.value?.onlyUnseen === true;
  return [...waitingByDay(papers.value, taken.value, onlyUnseen).values()].reduce(
    (sum, count) => sum + count,
    0,
  );
}

function End({ service, commands }: DeckProps): JSX.Element {
  const { state } = service;
  const { rest } = state.standing.value;
  const kept = keptIn(state);
  const tally = tallyNow(state);
  return (
    <DeckEnd
      kept={kept}
      later={tally.later.length}
      dismissed={tally.dismissed.length}
      rest={rest.length}
      others={waitingOnes(state)}
      now={Date.now()}
      addressOf={addressFor}
      library={libraryAddress({ q: 'is:unread' })}
      putOff={libraryAddress({ q: 'is:later' })}
      next={libraryAddress({ q: 'is:queued' })}
      onReadNext={() => void commands.readNext(tally.saved, Date.now())}
      onCopy={() => void copyKept(service, kept)}
      onExport={() => openExport(service, kept)}
      onOpenAll={() => void openAll({ service, commands }, kept, Date.now())}
      onVisit={(id) => void commands.visited(id, Date.now())}
      onDismissRest={() => void commands.dismissRest(Date.now())}
      onGoOn={() => service.limit(undefined)}
      onEverything={() => void service.choose({}, Date.now())}
    />
  );
}

/** Nothing new to go through: whether that is known, whether more may come, and one next step. */
function NothingNew({ service }: DeckProps): JSX.Element {
  const news = service.state.news.value;
  const day = fillingDay(service.state);
  const now = Date.now();
  const others = waitingOnes(service.state);
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
      {news && (
        <p>
          <Checked
            words={askedWords(news, now)}
            onCheck={canCheck(news, now) ? () => void service.checkNow() : undefined}
          />
        </p>
      )}
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
