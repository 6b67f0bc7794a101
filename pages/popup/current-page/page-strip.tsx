import type { ComponentChildren, JSX } from 'preact';
import { deckUrl } from '../../../lib/deck-address';
import { counted, text } from '../../../lib/text';
import { pageWords, undecidedWords } from '../../../wording/undecided';
import type { NewsReader } from '../new-papers/news-reader';
import { showDeck } from '../new-papers/show-deck';
import type { PopupCommands } from '../paper-commands';
import type { PopupService } from '../service';
import { PageRest } from './page-rest';

/** How many papers wait for a decision, in one line: of the page in the current tab, else of all days. */
function PageStrip(props: {
  readonly waiting: { readonly new: number; readonly seen: number };
  /** How many papers the page has. */
  readonly total?: number | undefined;
  /** Of the page. */
  readonly days?: readonly string[];
  readonly onCatchUp: (days: readonly string[]) => void;
  /** What can be done with the rest of the page. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { waiting, total, days = [], onCatchUp } = props;
  const isPage = total !== undefined;
  return (
    <section class="strip" aria-label={text(isPage ? 'thisPage' : 'catchUp')}>
      <p>
        <strong>{(isPage ? pageWords : undecidedWords)(waiting)}</strong>
        {isPage && ` · ${counted('pageOf', total)}`}
      </p>
      {waiting.new + waiting.seen > 0 && (
        <a
          class="button main"
          href={deckUrl({ days })}
          target="_blank"
          rel="noreferrer"
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onCatchUp(days);
          }}
        >
          {text('catchUp')}
        </a>
      )}
      {props.children}
    </section>
  );
}

/** The strip of the page in the current tab, or else of all days; over the list of new papers their own head says that. */
export function Strip(props: {
  readonly service: PopupService;
  readonly papers: PopupCommands;
  readonly news: NewsReader;
}): JSX.Element | null {
  const { service, papers, news } = props;
  const { tab, page, counts } = service.state;
  const onCatchUp = (days: readonly string[]) => void showDeck(days);
  const summary = page.value;
  if (summary && summary.report.ids.length > 0) {
    const { report, fresh, seen } = summary;
    return (
      <PageStrip
        waiting={{ new: fresh.length, seen: seen.length }}
        total={report.ids.length}
        days={report.day === undefined ? [] : [report.day]}
        onCatchUp={onCatchUp}
      >
        <PageRest summary={summary} onDecide={(ids, to) => void papers.decideRest(ids, to)} />
      </PageStrip>
    );
  }
  if (tab.value === 'new') return null;
  const waiting = news.waiting.value;
  // Its place is kept until it is known what it says.
  if (!waiting) return counts.value?.new ? <div class="strip" /> : null;
  if (waiting.new + waiting.seen === 0) return null;
  return <PageStrip waiting={waiting} onCatchUp={onCatchUp} />;
}
