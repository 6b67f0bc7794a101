import type { JSX } from 'preact';
import { Checked } from '../../../components/ui/checked';
import { text } from '../../../lib/text';
import { askedWords, canCheck, type News, newsFacts, newsHeadline } from '../../../wording/news';

/** What stands over the list of new papers. */
export interface NewsHeadProps {
  readonly news: News;
  readonly now: number;
  /** Whether nothing stands below, so that this is all there is to see. */
  readonly isAlone: boolean;
  /** Whether the page in the current tab has a way to the same papers already. */
  readonly isTold: boolean;
  readonly deckAddress: string;
  readonly todayAddress: string;
  readonly onDeck: () => void;
  readonly onOptions: () => void;
  /** Asks the site now. */
  readonly onCheck: () => void;
}

function CatchUp({ deckAddress, onDeck }: NewsHeadProps): JSX.Element {
  return (
    <a
      class="button main"
      href={deckAddress}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onDeck();
      }}
    >
      {text('catchUp')}
    </a>
  );
}

/** When the site was asked; where only the options can help, a way to them. */
function Asked({ news, now, onOptions, onCheck }: NewsHeadProps): JSX.Element {
  const needsOptions = !news.isAsking || news.poll?.problem === 'refused';
  return (
    <p class={news.poll?.problem && news.isAsking ? 'asked problem' : 'asked'}>
      <Checked words={askedWords(news, now)} onCheck={canCheck(news, now) ? onCheck : undefined} />{' '}
      {needsOptions && (
        <button type="button" class="link" onClick={onOptions}>
          {text('openOptions')}
        </button>
      )}
    </p>
  );
}

/** How many papers are new and how much is known; a way to catch up, or to the site's list of today. */
export function NewsHead(props: NewsHeadProps): JSX.Element {
  const { news, isAlone, isTold } = props;
  const facts = newsFacts(news);
  const waiting = news.counts.new + news.counts.seen;
  return (
    <div class={isAlone ? 'news empty' : 'news'}>
      <div class="told">
        <h2>{newsHeadline(news)}</h2>
        {facts.length > 0 && <p>{facts.join(' · ')}</p>}
        <Asked {...props} />
      </div>
      {waiting > 0 && !isTold && <CatchUp {...props} />}
      {isAlone && waiting === 0 && (
        <a class="button" href={props.todayAddress} target="_blank" rel="noreferrer">
          {text('emptySavedAction')}
        </a>
      )}
    </div>
  );
}
