import type { JSX } from 'preact';
import { StatusMark } from '../../../components/paper/status-mark';
import { RichTitle } from '../../../components/rich-text/rich-text';
import { Icon } from '../../../components/ui/icons';
import { counted, listed, shortNumber, text } from '../../../lib/text';

import { isUndecided } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import type { Rule } from '../../../papers/rules/rule';
import { pageOfPaper } from '../../../papers/same/faces-of';
import type { Morning } from '../../../store/days/morning';
import { dayHeading } from '../../../wording/day';
import { ruleName } from '../../../wording/rules';

/** The morning digest, and what can be done with it. */
export interface MorningProps {
  readonly morning: Morning;
  readonly now: number;
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
  readonly onSave: (paper: PaperRecord) => void;
  readonly onVisit: (id: string) => void;
  readonly onCopy: () => void;
  readonly onDownload: () => void;
}

type LineProps = Pick<MorningProps, 'onSave' | 'onVisit'> & {
  readonly paper: PaperRecord;
  /** Why it is here, where that is not told by the heading. */
  readonly by?: readonly Rule[];
};

function Title({ paper, onVisit }: LineProps): JSX.Element {
  const title = <RichTitle text={paper.title ?? paper.id} />;
  const page = pageOfPaper(paper);
  if (!page) return <bdi>{title}</bdi>;
  return (
    <a href={page} target="_blank" rel="noreferrer" dir="auto" onClick={() => onVisit(paper.id)}>
      {title}
    </a>
  );
}

function Line(props: LineProps): JSX.Element {
  const { paper, by = [], onSave } = props;
  const { upvotes = 0, state } = paper;
  return (
    <li data-digest={paper.id}>
      <StatusMark state={state} />
      <div class="what">
        <Title {...props} />
        {by.length > 0 && <span class="by">{listed(by.map(ruleName))}</span>}
      </div>
      {upvotes > 0 && (
        <span class="figure" title={counted('upvotes', upvotes)}>
          <Icon name="upvote" />
          <span aria-hidden="true">{shortNumber(upvotes)}</span>
          <span class="unseen">{counted('upvotes', upvotes)}</span>
        </span>
      )}
      {isUndecided(state) && (
        <button
          type="button"
          class="plain"
          aria-label={text('cardSaveName', paper.title ?? paper.id)}
          onClick={() => onSave(paper)}
        >
          {text('cardSave')}
        </button>
      )}
    </li>
  );
}

function Part(props: {
  readonly heading: string;
  readonly lines: JSX.Element[];
  readonly more?: number;
}): JSX.Element {
  const { more = 0 } = props;
  return (
    <section aria-label={props.heading}>
      <h3>{props.heading}</h3>
      <ul>{props.lines}</ul>
      {more > 0 && <p class="quiet">{counted('trialMore', more)}</p>}
    </section>
  );
}

function parts({ morning, now, onSave, onVisit }: MorningProps): JSX.Element[] {
  const { day, top, caught, moreCaught, due } = morning;
  const line = (paper: PaperRecord, by: readonly Rule[] = []) => (
    <Line key={paper.id} paper={paper} by={by} onSave={onSave} onVisit={onVisit} />
  );
  const all = [
    {
      heading: text('morningCaught'),
      lines: caught.map(({ paper, by }) => line(paper, by)),
      more: moreCaught,
    },
    { heading: text('morningDue'), lines: due.map((paper) => line(paper)) },
    {
      heading: text('morningTop', day === undefined ? '' : dayHeading(day, now)),
      lines: top.map((paper) => line(paper)),
    },
  ];
  return all
    .filter(({ lines }) => lines.length > 0)
    .map((part) => <Part key={part.heading} {...part} />);
}

/** The morning digest: what rules caught, what comes back today, and the top of the last whole list. */
export function MorningDigest(props: MorningProps): JSX.Element {
  return (
    <details
      class="morning"
      open={!props.isFolded}
      onToggle={({ currentTarget: { open } }) => {
        // A browser also tells of the state that it was drawn in.
        if (open === props.isFolded) props.onFold(!open);
      }}
    >
      <summary>
        <h2>{text('morningTitle')}</h2>
      </summary>
      {parts(props)}
      <div class="buttons">
        <button type="button" class="link" onClick={props.onCopy}>
          {text('morningCopy')}
        </button>
        <button type="button" class="link" onClick={props.onDownload}>
          {text('morningSave')}
        </button>
      </div>
    </details>
  );
}
