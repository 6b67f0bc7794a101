import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { dailyPapers, Empty } from '../../components/ui/empty';
import { failureText } from '../../components/ui/error-banner';
import { libraryAddress } from '../../lib/library-address';
import { counted, text } from '../../lib/text';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { askedWords, newsHeadline } from '../../wording/news';
import type { DeckProps } from './deck';
import { addressFor, copyKept, openAll } from './export-papers';
import { DeckActions } from './parts/actions';
import { Card } from './parts/card';
import { DeckEnd } from './parts/end';
import { Filling } from './parts/progress';
import { TagField } from './parts/tag-field';
import { RulesOnTop } from './rules-on-top';
import type { DeckService } from './service';
import { actionsOf } from './shortcuts';
import { type DeckState, fillingDay, keptIn } from './state';
import { newByDay } from './tallies';

function TagsOnTop({ service, commands, paper }: DeckProps & OnTop): JSX.Element {
  return (
    <TagField
      key={paper.id}
      tags={paper.tags}
      known={service.state.tags.value}
      onChange={(change) => commands.changeTags(paper.id, change, Date.now())}
      onClose={() => {
        service.state.isTagging.value = false;
      }}
    />
  );
}

interface OnTop {
  readonly paper: PaperRecord;
}

/** A paper as a card, on top or made ready below it. */
function PaperCard(props: DeckProps & OnTop & { readonly isTop: boolean }): JSX.Element {
  const { service, commands, paper, isTop } = props;
  const { details, rules, hasPictures, isTagging, standing, papers, card } = service.state;
  const onDismiss = useCallback(() => void commands.decide('dismiss', Date.now()), [commands]);
  const onSave = useCallback(() => void commands.decide('save', Date.now()), [commands]);
  const { left, rest, current } = standing.value;
  const sameDay = [...left, ...rest].filter((id) => papers.value.get(id)?.day === paper.day);
  const willHaveGone = !isTop && current !== undefined && sameDay.includes(current);
  return (
    <Card
      place={isTop ? card : undefined}
      paper={paper}
      isTop={isTop}
      details={details.value.get(paper.id)}
      rules={rules.value}
      now={Date.now()}
      leftOfDay={sameDay.length - Number(willHaveGone)}
      hasPicture={hasPictures.value}
      onVisit={() => void commands.visited(paper.id, Date.now())}
      onDismiss={onDismiss}
      onSave={onSave}
      ruleMenu={<RulesOnTop {...props} />}
      tagField={isTop && isTagging.value && <TagsOnTop {...props} />}
    />
  );
}

/** The next paper, once the one on top is on screen: what is made ready then is only uncovered later. */
function useNext({ state }: DeckService): PaperRecord | undefined {
  const { standing, papers } = state;
  const { left, current } = standing.value;
  const after = current === undefined ? -1 : left.indexOf(current) + 1;
  const next = after > 0 ? (left[after] ?? left[0]) : undefined;
  const [ready, setReady] = useState<PaperId>();
  useEffect(() => setReady(next), [next]);
  return next !== undefined && ready === next && next !== current
    ? papers.value.get(next)
    : undefined;
}

function TopPaper(props: DeckProps & OnTop): JSX.Element {
  const { service, commands, paper } = props;
  const next = useNext(service);
  const cards = next ? [paper, next] : [paper];
  return (
    <>
      <div class="paper-cards">
        {cards.map((one) => (
          <PaperCard key={one.id} {...props} paper={one} isTop={one === paper} />
        ))}
      </div>
      <DeckActions actions={actionsOf(service.state, commands)} />
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

/** The paper on top, or what there is instead of one. */
export function Stage(props: DeckProps): JSX.Element | null {
  const { session, current, standing, failure } = props.service.state;
  const paper = current.value;
  if (paper) return <TopPaper {...props} paper={paper} />;
  if (session.value && standing.value.done + standing.value.rest.length > 0)
    return <End {...props} />;
  if (session.value) return <NothingNew {...props} />;
  if (!failure.value) return null;
  return (
    <div class="empty">
      <h2>{text('deckBroken')}</h2>
      <p>{failureText(failure.value.code, failure.value.detail)}</p>
    </div>
  );
}
