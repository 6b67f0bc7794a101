import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PaperLinks } from '../../../components/paper/paper-links';
import { figuresOf } from '../../../components/paper/paper-meta';
import { RichText, RichTitle } from '../../../components/rich-text/rich-text';
import { memo } from '../../../components/ui/memo';
import { counted, text } from '../../../lib/text';
import { authorNames } from '../../../papers/names';
import { pictureOf } from '../../../papers/picture';
import type { PaperDetails } from '../../../papers/record';
import { dayHeading } from '../../../wording/day';
import { Why, type WhyProps } from './why';

/** What is on a card. The parts that are given to it draw themselves anew when what they show changes. */
export interface CardBodyProps extends WhyProps {
  readonly titleId: string;
  /** `undefined` as long as they are read, and when there are none. */
  readonly details: PaperDetails | undefined;
  readonly hasPicture: boolean;
  readonly onVisit: () => void;
  readonly leftOfDay: ComponentChildren;
  /** How likely it is, and what is like it. */
  readonly likely: ComponentChildren;
  /** What of the paper can be followed or muted. */
  readonly ruleMenu: ComponentChildren;
  /** Ways to take the paper along, below what there is to read. */
  readonly taking: ComponentChildren;
  /** The tags, or the field for them. */
  readonly tags: ComponentChildren;
}

const namedAuthors = 6;

function Byline({ paper, details }: CardBodyProps): JSX.Element | null {
  const names = authorNames(paper, details);
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
function Picture({ paper, hasPicture }: CardBodyProps): JSX.Element | null {
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

function Words({ details }: CardBodyProps): JSX.Element {
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

function Body(props: CardBodyProps): JSX.Element {
  const { paper, titleId, details, now } = props;
  return (
    <>
      <p class="day-line">
        <time dateTime={paper.day}>{dayHeading(paper.day, now)}</time>
        {props.leftOfDay}
      </p>
      <h2 id={titleId} dir="auto">
        <RichTitle text={paper.title ?? paper.id} />
      </h2>
      <Byline {...props} />
      <div class="card-facts">
        <p class="meta">{figuresOf(paper)}</p>
        <PaperLinks paper={paper} details={details} onVisit={props.onVisit} />
      </div>
      {props.ruleMenu}
      <Why {...props} />
      {props.likely}
      {props.tags}
      <div class="card-words">
        <Picture {...props} />
        <Words {...props} />
      </div>
      {props.taking}
    </>
  );
}

/** What is said of a paper, drawn anew only when that changes and not when the card comes on top. */
export const CardBody = memo(Body, ['paper', 'details', 'rules', 'hasPicture']);
