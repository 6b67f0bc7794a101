import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { dailyPapers } from '../../../components/ui/empty';
import { deckUrl } from '../../../lib/deck-address';
import { ask } from '../../../lib/messages';
import type { Likely } from '../../shared/likely/likely';
import { NewOrderLater } from '../../shared/likely/mark';
import type { PopupCommands } from '../paper-commands';
import type { PopupService } from '../service';
import { copyMorning, hasMorning, saveMorning } from './morning';
import { MorningDigest } from './morning-digest';
import { NewsHead } from './news-head';
import type { NewsReader } from './news-reader';
import { showDeck } from './show-deck';

interface Props {
  readonly service: PopupService;
  readonly reader: NewsReader;
  readonly papers: PopupCommands;
  readonly likely: Likely;
  readonly onOptions: () => void;
}

const minute = 60_000;

/** The time, as of this minute, so that what was just now does not stay so. */
function useNow(): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = Date.now();
    }, minute);
    return () => clearInterval(timer);
  }, [now]);
  return now.value;
}

function MorningPart(
  props: Omit<Props, 'onOptions' | 'likely'> & { readonly now: number },
): JSX.Element | null {
  const { service, reader, papers, now } = props;
  const morning = reader.morning.value;
  const isFolded = reader.isFolded.value;
  const isThere = isFolded !== undefined && hasMorning(morning);
  useEffect(() => {
    if (isThere && !isFolded) void reader.shown();
  }, [isThere]);
  if (isFolded === undefined || !hasMorning(morning)) return null;
  const tell = async (take: typeof copyMorning) => {
    await service.guard('read', async () => {
      service.state.notice.value = { said: await take(morning, Date.now()) };
    });
  };
  return (
    <MorningDigest
      morning={morning}
      now={now}
      isFolded={isFolded}
      onFold={(isFolded) => void reader.fold(isFolded)}
      onSave={(paper) => void papers.decide(paper, 'saved')}
      onVisit={(id) => void papers.visited(id)}
      onCopy={() => void tell(copyMorning)}
      onDownload={() => void tell(saveMorning)}
    />
  );
}

/** What stands over the list of new papers, and in place of it where nothing is listed. */
export function NewsPart(props: Props): JSX.Element | null {
  const { service, reader, papers, likely, onOptions } = props;
  const { listing, page } = service.state;
  const now = useNow();
  const news = reader.news.value;
  if (!news || !listing.value) return null;
  const isAlone =
    news.counts.new + news.counts.seen === 0 &&
    listing.value.papers.length === 0 &&
    !hasMorning(reader.morning.value);
  return (
    <>
      <NewsHead
        news={news}
        now={now}
        isAlone={isAlone}
        isTold={page.value?.fresh.length === news.counts.new}
        deckAddress={deckUrl()}
        todayAddress={dailyPapers}
        onDeck={() => void showDeck()}
        onOptions={onOptions}
        onCheck={() => void service.guard('read', () => ask('checkNow', {}))}
      />
      <MorningPart service={service} reader={reader} papers={papers} now={now} />
      {listing.value.papers.length > 1 && <NewOrderLater likely={likely} />}
    </>
  );
}
