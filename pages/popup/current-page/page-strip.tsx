import type { ComponentChildren, JSX } from 'preact';
import { deckUrl } from '../../../lib/deck-address';
import type { PageReport } from '../../../lib/messages';
import { counted, text } from '../../../lib/text';
import { isListKey, type Scope } from '../../../papers/deck/scope';
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
  /** What of the page the deck goes through. */
  readonly scope?: Scope;
  readonly onCatchUp: (scope: Scope) => void;
  /** What can be done with the rest of the page. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { waiting, total, scope = {}, onCatchUp } = props;
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
          href={deckUrl(scope)}
          target="_blank"
          rel="noreferrer"
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onCatchUp(scope);
          }}
        >
          {text('catchUp')}
        </a>
      )}
      {props.children}
    </section>
  );
}

/** The page's day, or the list that it is of a day of. */
function scopeOf({ day, digest }: Pick<PageReport, 'day' | 'digest'>): Scope {
  if (day !== undefined) return { days: [day] };
  return isListKey(digest) ? { list: digest } : {};
}

/** The strip of the page in the current tab, or else of all days; over the list of new papers their own head says that. */
export function Strip(props: {
  readonly service: PopupService;
  readonly papers: PopupCommands;
  readonly news: NewsReader;
}): JSX.Element | null {
  const { service, papers, news } = props;
  const { tab, page, counts } = service.state;
  const onCatchUp = (scope: Scope) => void showDeck(scope);
  const summary = page.value;
  if (summary && summary.report.ids.length > 0) {
    const { report, fresh, seen } = summary;
    return (
      <PageStrip
        waiting={{ new: fresh.length, seen: seen.length }}
        total={report.ids.length}
        scope={scopeOf(report)}
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
