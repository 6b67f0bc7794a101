import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PaperLinks } from '../../../components/paper/paper-links';
import { figuresOf, TagLine } from '../../../components/paper/paper-meta';
import { RichText, RichTitle } from '../../../components/rich-text/rich-text';
import { counted, text } from '../../../lib/text';
import { pictureOf } from '../../../papers/picture';
import type { PaperDetails, PaperRecord } from '../../../papers/record';
import { dayHeading } from '../../../wording/day';
import { useSwipe } from './swipe';
import { Why, type WhyProps } from './why';

/** A paper of the deck. Give it the paper's id as `key`, so that one made ready is not made again. */
export interface CardProps extends WhyProps {
  readonly paper: PaperRecord;
  /** Whether it is the one on top; the next one is made ready out of sight and reach. */
  readonly isTop: boolean;
  /** `undefined` as long as they are read, and when there are none. */
  readonly details: PaperDetails | undefined;
  /** How many papers of its day are left, this one included. */
  readonly leftOfDay: number;
  readonly hasPicture: boolean;
  readonly onVisit: () => void;
  readonly onDismiss: () => void;
  readonly onSave: () => void;
  /** What of the paper can be followed or muted. */
  readonly ruleMenu: ComponentChildren;
  /** Where it is drawn, for keys that act on a part of it. */
  readonly place: RefObject<HTMLElement | null> | undefined;
  /** The field for tags, in place of the tags while it is open. */
  readonly tagField: ComponentChildren;
}

const namedAuthors = 6;

function Byline({ paper, details }: CardProps): JSX.Element | null {
  const names = details?.authors ?? paper.authors;
  const shown = names.slice(0, namedAuthors);
  const more = Math.max(paper.authorCount, names.length) - shown.length;
  if (!shown.length && !more && !paper.organization) return null;
  return (
    <p class="byline">
      {shown.length > 0 && <bdi>{shown.join(', ')}</bdi>}
      {more > 0 && <span> {counted(shown.length ? 'moreAuthors' : 'authors', more)}</span>}
      {paper.organization && <bdi class="organization">{paper.organization}</bdi>}
    </p>
  );
}

/** A picture that cannot be loaded leaves no hole. */
function Picture({ paper, hasPicture }: CardProps): JSX.Element | null {
  const [isBroken, setBroken] = useState(false);
  const address = pictureOf(paper);
  if (!hasPicture || isBroken || !address) return null;
  return (
    <img
      class="picture"
      src={address}
      alt=""
      width={600}
      height={315}
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}

function Words({ details }: CardProps): JSX.Element {
  const { aiSummary, abstract } = details ?? {};
  return (
    <>
      {aiSummary && (
        <section>
          <h3 class="unseen">{text('aiSummary')}</h3>
          <p dir="auto">
            <RichText text={aiSummary} />
          </p>
        </section>
      )}
      {abstract && (
        <section class={aiSummary ? 'second' : undefined}>
          <h3 class="unseen">{text('abstract')}</h3>
          <p dir="auto">
            <RichText text={abstract} />
          </p>
        </section>
      )}
      {details && !aiSummary && !abstract && <p class="quiet">{text('noDetails')}</p>}
    </>
  );
}

/** One paper, large. It scrolls by itself; a finger draws it to the left or right. */
export function Card(props: CardProps): JSX.Element {
  const { paper, isTop, details, now, leftOfDay, ruleMenu, tagField, place } = props;
  const own = useRef<HTMLElement>(null);
  const ref = place ?? own;
  useSwipe(ref, { onLeft: props.onDismiss, onRight: props.onSave });
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body;
    if (isTop && isFree) ref.current?.focus({ preventScroll: true });
  }, [isTop]);
  return (
    <article
      ref={ref}
      class="paper-card"
      tabIndex={-1}
      inert={!isTop}
      aria-labelledby={isTop ? 'deck-paper' : undefined}
      data-paper={paper.id}
    >
      <p class="day-line">
        <time dateTime={paper.day}>{dayHeading(paper.day, now)}</time>
        <span>{counted('deckLeftOfDay', leftOfDay)}</span>
      </p>
      <h2 id={isTop ? 'deck-paper' : undefined} dir="auto">
        <RichTitle text={paper.title ?? paper.id} />
      </h2>
      <Byline {...props} />
      <div class="card-facts">
        <p class="meta">{figuresOf(paper)}</p>
        <PaperLinks paper={paper} details={details} onVisit={props.onVisit} />
      </div>
      {ruleMenu}
      <Why {...props} />
      {tagField || <TagLine tags={paper.tags} />}
      <div class="card-words">
        <Picture {...props} />
        <Words {...props} />
      </div>
    </article>
  );
}
