import type { JSX } from 'preact';
import { PaperMeta, TagLine } from '../../../components/paper/paper-meta';
import { StatusMark } from '../../../components/paper/status-mark';
import { RichTitle } from '../../../components/rich-text/rich-text';
import { type MessageKey, text } from '../../../lib/text';
import type { PaperRecord } from '../../../papers/record';
import type { Ground } from '../../../papers/same/duplicates';
import { idName } from '../../../wording/one-work';

/** What the reader may say of a pair. */
export type Answer = 'same' | 'different';

/** Two papers that may be one. */
export interface PairProps {
  readonly name: string;
  readonly papers: readonly [PaperRecord, PaperRecord];
  readonly ground: Ground;
  readonly now: number;
  readonly addressOf: (paper: PaperRecord) => string;
  readonly onOpen: (paper: PaperRecord) => void;
  readonly onAnswer: (answer: Answer) => void;
}

const grounds = {
  authors: 'duplicateAuthors',
  title: 'duplicateTitle',
  others: 'duplicateOthers',
  claim: 'duplicateClaim',
} as const satisfies Record<Ground, MessageKey>;

function Side(props: PairProps & { readonly paper: PaperRecord }): JSX.Element {
  const { paper, now, addressOf, onOpen } = props;
  return (
    <div class="side-by" data-paper={paper.id}>
      <p class="of">
        <StatusMark state={paper.state} />
        <bdi>{idName(paper.id)}</bdi>
      </p>
      <a
        href={addressOf(paper)}
        dir="auto"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(paper);
        }}
      >
        <RichTitle text={paper.title ?? paper.id} />
      </a>
      <PaperMeta paper={paper} now={now} />
      <TagLine tags={paper.tags} />
    </div>
  );
}

/** Two papers side by side, why they may be one, and the two answers. */
export function Pair(props: PairProps): JSX.Element {
  const { name, papers, ground, onAnswer } = props;
  const title = papers[0].title ?? papers[0].id;
  const answers = [
    ['same', 'duplicateSame', 'duplicateSameName'],
    ['different', 'duplicateDifferent', 'duplicateDifferentName'],
  ] as const;
  return (
    <li data-pair={name}>
      <div class="sides">
        {papers.map((paper) => (
          <Side key={paper.id} {...props} paper={paper} />
        ))}
      </div>
      <div class="answer">
        <p class="quiet">{text(grounds[ground])}</p>
        {answers.map(([answer, label, spoken]) => (
          <button
            key={answer}
            type="button"
            class="button"
            data-answer={answer}
            aria-label={text(spoken, title)}
            onClick={() => onAnswer(answer)}
          >
            {text(label)}
          </button>
        ))}
      </div>
    </li>
  );
}
