import type { JSX, Ref } from 'preact';
import { useImperativeHandle, useRef } from 'preact/hooks';
import { PaperMeta, TagLine } from '../../../components/paper/paper-meta';
import { StatusMark } from '../../../components/paper/status-mark';
import { RichTitle } from '../../../components/rich-text/rich-text';
import { type MessageKey, text } from '../../../lib/text';
import type { PaperRecord } from '../../../papers/record';
import type { Ground } from '../../../papers/same/duplicates';
import { idName } from '../../../wording/one-work';

/** What the reader may say of a pair. */
export type Answer = 'same' | 'different';

/** Both, as they are offered. */
export const answers = ['same', 'different'] as const satisfies readonly Answer[];

/** What moves a pair from outside. */
export interface PairHandle {
  /** Gives an answer's button the focus. */
  focus(answer: Answer): void;
}

/** Two papers that may be one. */
export interface PairProps {
  readonly name: string;
  readonly papers: readonly [PaperRecord, PaperRecord];
  readonly ground: Ground;
  readonly now: number;
  readonly addressOf: (paper: PaperRecord) => string;
  readonly onOpen: (paper: PaperRecord) => void;
  readonly onAnswer: (answer: Answer) => void;
  /** Moves the focus up or down, from the button of an answer, or from elsewhere in the pair. */
  readonly onMove: (by: 1 | -1, answer: Answer | undefined) => boolean;
  readonly handle: Ref<PairHandle>;
}

const grounds = {
  authors: 'duplicateAuthors',
  title: 'duplicateTitle',
  others: 'duplicateOthers',
  claim: 'duplicateClaim',
} as const satisfies Record<Ground, MessageKey>;

const answerTexts = {
  same: { label: 'duplicateSame', spoken: 'duplicateSameName' },
  different: { label: 'duplicateDifferent', spoken: 'duplicateDifferentName' },
} as const satisfies Record<Answer, { readonly label: MessageKey; readonly spoken: MessageKey }>;

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
  const { name, papers, ground, handle, onAnswer, onMove } = props;
  const title = papers[0].title ?? papers[0].id;
  const same = useRef<HTMLButtonElement>(null);
  const different = useRef<HTMLButtonElement>(null);
  const buttons = { same, different };
  useImperativeHandle(handle, () => ({ focus: (answer) => buttons[answer].current?.focus() }), []);
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    const from = answers.find((answer) => buttons[answer].current === event.target);
    if (by && onMove(by, from)) event.preventDefault();
  };
  return (
    <li data-pair={name} onKeyDown={onKey}>
      <div class="sides">
        {papers.map((paper) => (
          <Side key={paper.id} {...props} paper={paper} />
        ))}
      </div>
      <div class="answer">
        <p class="quiet">{text(grounds[ground])}</p>
        {answers.map((answer) => (
          <button
            key={answer}
            ref={buttons[answer]}
            type="button"
            class="button"
            data-answer={answer}
            aria-label={text(answerTexts[answer].spoken, title)}
            onClick={() => onAnswer(answer)}
          >
            {text(answerTexts[answer].label)}
          </button>
        ))}
      </div>
    </li>
  );
}
