import type { JSX } from 'preact';
import { Finder } from '../../components/finder';
import { Icon } from '../../components/icons';
import { kindName } from '../../components/kind-names';
import { Tabs } from '../../components/tabs';
import { text } from '../../lib/text';
import { laterViews } from './later';
import { ListPanel } from './panel';
import { problemReport } from './problem';
import type { PopupService } from './service';

interface Props {
  readonly service: PopupService;
  readonly onOptions: () => void;
}

function Head({ service, onOptions }: Props): JSX.Element {
  const { tab, counts } = service.state;
  const read = counts.value;
  return (
    <header class="bar tabs">
      <Tabs
        current={tab.value}
        onChoose={(name) => void service.goTo(name)}
        tabs={[
          {
            name: 'saved',
            label: 'tabSaved',
            count: read && read.unread + read.reading + read.read,
          },
          { name: 'new', label: 'tabNew', count: read?.new },
        ]}
      />
      <button type="button" class="plain" aria-label={text('openOptions')} onClick={onOptions}>
        <Icon name="gear" />
      </button>
    </header>
  );
}

function Problem({ service }: Props): JSX.Element | null {
  const kind = service.state.problem.value;
  const View = laterViews.value?.ProblemBanner;
  if (kind === undefined || !View) return null;
  return (
    <View
      kind={kindName(kind)}
      report={problemReport(kind, navigator.userAgent, new Date())}
      onCopy={(words) => navigator.clipboard.writeText(words)}
      onDismiss={() => void service.dismissProblem()}
    />
  );
}

function Hints({ service }: Props): JSX.Element | null {
  const { hints, tab } = service.state;
  const View = laterViews.value?.SearchHints;
  if (!View || !hints.value || tab.value !== 'saved') return null;
  return <View {...hints.value} onSearch={(words) => void service.search(words)} />;
}

function Bars({ service }: Props): JSX.Element {
  const { FailureBar, PageBar, UndoBar } = laterViews.value ?? {};
  const { notice, failure, page, announcement } = service.state;
  const summary = page.value;
  return (
    <>
      {FailureBar && failure.value && (
        <FailureBar
          {...failure.value}
          onRetry={() => void service.retry()}
          onClose={() => service.dismissFailure()}
        />
      )}
      <div role="status">
        {UndoBar && notice.value && (
          <UndoBar
            said={notice.value.text}
            onUndo={() => void service.undo()}
            onClose={() => service.dismissNotice()}
          />
        )}
      </div>
      {PageBar && summary && summary.report.ids.length > 0 && (
        <PageBar
          newCount={summary.newCount}
          total={summary.report.ids.length}
          undecided={summary.undecided.length}
          onDecide={(to) => void service.decideRest(to)}
        />
      )}
      <p class="unseen" role="status">
        {announcement.value}
      </p>
    </>
  );
}

/** The popup: two lists, and what can be done with the page in the current tab. */
export function Popup(props: Props): JSX.Element {
  const { tab, query, filter, counts, tags, isBusy } = props.service.state;
  return (
    <>
      <Head {...props} />
      <main>
        <h1 class="unseen">{text('extensionName')}</h1>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
          {tab.value === 'saved' && (
            <Finder
              query={query.value}
              filter={filter.value}
              counts={counts.value}
              tags={tags.value}
              onSearch={(words) => void props.service.search(words)}
              onFilter={(next) => void props.service.narrow(next)}
            />
          )}
          {isBusy.value && <progress aria-label={text('loading')} />}
          <div class="scroller">
            <Problem {...props} />
            <Hints {...props} />
            <ListPanel service={props.service} />
          </div>
        </div>
      </main>
      <Bars {...props} />
    </>
  );
}
