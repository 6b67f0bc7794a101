import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TagLine } from '../../components/paper/paper-meta';
import { memo } from '../../components/ui/memo';
import { libraryAddress } from '../../lib/library-address';
import { counted } from '../../lib/text';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { Cite } from '../shared/export/citing';
import { LazyLikelyExplanation } from '../shared/likely/mark';
import type { DeckProps } from './deck';
import { citingIn, openExport } from './export-papers';
import { Card } from './parts/card';
import { CardBody } from './parts/card-body';
import { scrollPage, scrollToEdge } from './parts/scroll-page';
import { useSwipe } from './parts/swipe';
import { TagField } from './parts/tag-field';
import { RulesOnTop } from './rules-on-top';
import type { DeckService } from './service';

interface OfPaper {
  readonly paper: PaperRecord;
}

/** How many papers of a paper's day are left once it is on top, itself included. */
function LeftOfDay({ service, paper }: DeckProps & OfPaper): JSX.Element {
  const { papers, standing } = service.state;
  const { left, rest, current } = standing.value;
  const isSameDay = (id: PaperId) => papers.value.get(id)?.day === paper.day;
  const onDay = left.filter(isSameDay).length + rest.filter(isSameDay).length;
  const willHaveGone = current !== undefined && current !== paper.id && isSameDay(current);
  return <span>{counted('deckLeftOfDay', onDay - Number(willHaveGone))}</span>;
}

/** The tags of a paper, and the field for them while it is open. */
function Tags({ service, commands, paper }: DeckProps & OfPaper): JSX.Element {
  const { isTagging, tags, current } = service.state;
  if (!isTagging.value || current.value?.id !== paper.id) return <TagLine tags={paper.tags} />;
  return (
    <TagField
      tags={paper.tags}
      known={tags.value}
      onChange={(change) => commands.changeTags(paper.id, change, Date.now())}
      onClose={() => {
        isTagging.value = false;
      }}
    />
  );
}

/** A paper as a card, on top or made ready below it: what is in it is drawn once, and only uncovered. */
function DrawnCard(props: DeckProps & OfPaper & { readonly isTop: boolean }): JSX.Element {
  const { service, commands, paper, isTop } = props;
  const { details, rules, hasPictures, scroller } = service.state;
  const told = {
    likely: service.likely,
    paper,
    // Not followed: a card would be drawn anew at each key.
    widens: service.state.session.peek()?.widening?.includes(paper.id),
    guard: service.guard,
    addressOf: (id: PaperId) => libraryAddress({ paper: id }),
    onLess: () => void commands.decide('less', Date.now()),
    onSave: (one: PaperRecord) => commands.save(one.id, Date.now()),
  };
  return (
    <Card id={paper.id} isTop={isTop} scroller={scroller}>
      <CardBody
        paper={paper}
        titleId={`title-of-${paper.id}`}
        details={details.value.get(paper.id)}
        rules={rules.value}
        now={Date.now()}
        hasPicture={hasPictures.value}
        onVisit={() => void commands.visited(paper.id, Date.now())}
        leftOfDay={<LeftOfDay {...props} />}
        likely={<LazyLikelyExplanation {...told} shows="why" />}
        ruleMenu={<RulesOnTop {...props} />}
        taking={
          <>
            <LazyLikelyExplanation {...told} shows="acts" />
            <Cite
              page={citingIn(service)}
              ids={[paper.id]}
              onExport={() => openExport(service, [paper])}
            />
          </>
        }
        tags={<Tags {...props} />}
      />
    </Card>
  );
}

const PaperCard = memo(DrawnCard, ['paper', 'isTop']);

/** The next paper, once the one on top is on screen: what is made ready then is only uncovered later. */
function useNext({ state }: DeckService): PaperRecord | undefined {
  const { next, current, papers } = state;
  const [ready, setReady] = useState<PaperId>();
  const id = next.value;
  useEffect(() => setReady(id), [id]);
  if (id === undefined || id !== ready || id === current.value?.id) return undefined;
  return papers.value.get(id);
}

/** What a browser does of itself where the card has the focus. */
function scrolls({ key }: KeyboardEvent, card: HTMLElement | null): boolean {
  if (key === 'PageDown' || key === 'PageUp') scrollPage(card, key === 'PageDown' ? 1 : -1);
  else if (key === 'Home' || key === 'End') scrollToEdge(card, key === 'Home' ? 'start' : 'end');
  else return false;
  return true;
}

/**
 * The paper on top and the one below it. What holds them keeps the focus, so that no card that goes takes it along,
 * and none that comes has to be measured to be given it.
 */
export function PaperCards(props: DeckProps & { readonly paper: PaperRecord }): JSX.Element {
  const { service, commands, paper } = props;
  const next = useNext(service);
  const stack = useRef<HTMLDivElement>(null);
  const onLeft = useCallback(() => void commands.decide('dismiss', Date.now()), [commands]);
  const onRight = useCallback(() => void commands.decide('save', Date.now()), [commands]);
  useSwipe(stack, service.state.scroller, { onLeft, onRight });
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body)
      stack.current?.focus({ preventScroll: true });
  }, [paper.id]);
  const cards = next ? [paper, next] : [paper];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && scrolls(event, service.state.scroller.current))
      event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, since nothing is filled in.
    <div
      ref={stack}
      class="paper-cards"
      role="group"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      aria-labelledby={`title-of-${paper.id}`}
    >
      {cards.map((one) => (
        <PaperCard key={one.id} {...props} paper={one} isTop={one === paper} />
      ))}
    </div>
  );
}
