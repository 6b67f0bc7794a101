import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PaperMeta, TagLine } from '../../../components/paper/paper-meta';
import { RichTitle } from '../../../components/rich-text/rich-text';
import { keyed } from '../../../lib/keymap/hints';
import { counted, text } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';

/** What is left when the deck is through, or the time limit is. */
export interface EndProps {
  readonly kept: readonly PaperRecord[];
  /** How many papers were put off, and how many dismissed. */
  readonly later: number;
  readonly dismissed: number;
  /** How many papers the time limit left out. */
  readonly rest: number;
  /** How many other papers are new, beyond the chosen days. */
  readonly others: number;
  readonly now: number;
  /** Where each of them can be read. */
  readonly addressOf: (paper: PaperRecord) => string | undefined;
  readonly library: string;
  /** Where what was put off is, and what is to be read next. */
  readonly putOff: string;
  readonly next: string;
  readonly onReadNext: () => void;
  readonly onCopy: () => void;
  readonly onExport: () => void;
  readonly onOpenAll: () => void;
  readonly onVisit: (id: PaperId) => void;
  readonly onDismissRest: () => void;
  readonly onGoOn: () => void;
  readonly onEverything: () => void;
}

/** More tabs at once than this are asked about. */
const mostAtOnce = 10;

function OpenAll({ kept, onOpenAll }: EndProps): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const mustAsk = kept.length > mostAtOnce && !isAsking;
  const open = () => {
    setAsking(false);
    onOpenAll();
  };
  return (
    <button
      type="button"
      class="button"
      data-action="open-all"
      // The second click of a double click is no answer to a question that the first one asked.
      onClick={({ detail }) => (mustAsk ? setAsking(true) : (detail <= 1 || !isAsking) && open())}
    >
      {counted(isAsking ? 'deckOpenAllSure' : 'deckOpenAll', kept.length)}
    </button>
  );
}

function Title({ paper, address, onVisit }: TitleProps): JSX.Element {
  const title = <RichTitle text={paper.title ?? paper.id} />;
  if (!address) return title;
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      onClick={() => onVisit(paper.id)}
      onAuxClick={({ button }) => button === 1 && onVisit(paper.id)}
    >
      {title}
    </a>
  );
}

interface TitleProps extends Pick<EndProps, 'onVisit'> {
  readonly paper: PaperRecord;
  readonly address: string | undefined;
}

function Kept({ kept, now, addressOf, onVisit }: EndProps): JSX.Element {
  return (
    <ul class="kept" aria-label={text('deckKeptName')}>
      {kept.map((paper) => (
        <li key={paper.id} data-paper={paper.id}>
          <h3 dir="auto">
            <Title paper={paper} address={addressOf(paper)} onVisit={onVisit} />
          </h3>
          <PaperMeta paper={paper} now={now} />
          <TagLine tags={paper.tags} />
        </li>
      ))}
    </ul>
  );
}

/** What to do with the papers that were not shown. */
function Others(props: EndProps): JSX.Element | null {
  const { rest, others } = props;
  if (rest > 0)
    return (
      <p class="buttons">
        <button type="button" class="button main" data-action="go-on" onClick={props.onGoOn}>
          {counted('deckGoOn', rest)}
        </button>
        <button type="button" class="button" data-action="rest" onClick={props.onDismissRest}>
          {counted('deckDismissRest', rest)}
        </button>
      </p>
    );
  if (others === 0) return null;
  return (
    <p class="buttons">
      <button type="button" class="button main" data-action="all" onClick={props.onEverything}>
        {counted('deckEverything', others)}
      </button>
    </p>
  );
}

/** How many papers were saved, put off and dismissed. */
function tallyWords({ kept, later, dismissed }: EndProps): string {
  return counted('deckTally', kept.length, later, dismissed);
}

/** One step to what was saved as the papers to read next, and then where those are. */
function ReadNext({ kept, next, onReadNext }: EndProps): JSX.Element {
  const others = kept.filter(({ queueAt }) => queueAt === undefined).length;
  if (others === 0)
    return (
      <a class="button" href={next}>
        {text('deckShowNext')}
      </a>
    );
  return (
    <button type="button" class="button main" data-action="read-next" onClick={onReadNext}>
      {counted('deckReadNext', others)}
    </button>
  );
}

/** The end of the deck: what was kept, as a list to take along. */
export function DeckEnd(props: EndProps): JSX.Element {
  const { kept, rest } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="deck-end" aria-labelledby="deck-end">
      <h2 ref={heading} id="deck-end" tabIndex={-1}>
        {text(rest > 0 ? 'deckLimitOver' : 'deckOver')}
      </h2>
      <p class="quiet">{tallyWords(props)}</p>
      <Others {...props} />
      {props.later > 0 && (
        <p class="buttons">
          <a class="button" href={props.putOff}>
            {counted('deckShowPutOff', props.later)}
          </a>
        </p>
      )}
      {kept.length > 0 && (
        <>
          <p class="buttons">
            <ReadNext {...props} />
            <button type="button" class="button" data-action="copy" onClick={props.onCopy}>
              {text('copyMarkdown')}
            </button>
            <button
              type="button"
              class="button"
              data-action="export"
              onClick={props.onExport}
              {...keyed('export', text('keyExport'))}
            >
              {text('takeOne')}
            </button>
            <OpenAll {...props} />
            <a class="button" href={props.library}>
              {text('deckInLibrary')}
            </a>
          </p>
          <Kept {...props} />
        </>
      )}
    </section>
  );
}
