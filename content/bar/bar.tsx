import type { JSX } from 'preact';
import { counted, number, shortDay, text } from '../../lib/text';
import { pageWords } from '../../wording/undecided';
import { dayAddress } from './day-address';
import { Lines } from './lines';
import { nextStep } from './next-step';
import type { PageCounts } from './page-counts';
import type { BarService } from './service';

interface Props {
  readonly service: BarService;
  readonly counts: PageCounts;
}

/** How the page stands, in one line: `53 new, 9 seen and undecided · 3 saved`. */
function Summary({ service, counts }: Props): JSX.Element {
  const { hidesReplaced } = service.state.choices.value;
  const isOfDay = service.state.view.value?.visit.day !== undefined;
  const rest = [
    counts.saved > 0 && counted('barSaved', counts.saved),
    service.state.neighbourDays.value?.isFilling && text('barFilling'),
    counts.cross > 0 && text('barCross', number(counts.cross)),
    !!counts.replaced && !hidesReplaced && text('barReplaced', number(counts.replaced)),
    counts.uncounted[0] && text(isOfDay ? 'barUncounted' : 'barNotCounted'),
  ];
  return (
    <p class="summary">
      <strong class={counts.new ? 'new' : ''}>{headline(counts)}</strong>
      {rest.map((words) => words && ` · ${words}`)}
    </p>
  );
}

function headline(counts: PageCounts): string {
  if (!counts.known) return counted('papers', counts.total);
  return pageWords({ new: counts.new, seen: counts.restSeen.length });
}

const steps = {
  new: ['next', 'barNext', 'nextNew'],
  decide: ['decide', 'barDecide', 'nextLeft'],
  catchUp: ['catch-up', 'catchUp', 'catchUp'],
} as const;

/** The one thing to do next, in one place and width, and as one element as far as it can be, for the focus stays on it. */
function Main({ service, counts }: Props): JSX.Element {
  const step = nextStep(counts, service.state.neighbourDays.value);
  if (step.kind !== 'day') {
    const [action, says, command] = steps[step.kind];
    return (
      <button
        type="button"
        class="button main"
        data-action={action}
        aria-disabled={step.kind === 'new' && !counts.new}
        onClick={() => service[command]()}
      >
        {text(says)}
      </button>
    );
  }
  const { day, new: count = 0 } = step.to;
  return (
    <a class="button main" data-action="day" href={dayAddress(day)}>
      {counted('barToDay', count, shortDay(day, Date.now()))}
    </a>
  );
}

/** On a grid of 16, as the icons of the pages are, which are too many to be carried here. */
function Drawing(props: { readonly class?: string; readonly path: string }): JSX.Element {
  return (
    <svg class={props.class} viewBox="0 0 16 16" aria-hidden="true">
      <path d={props.path} />
    </svg>
  );
}

function Tools({ service }: Pick<Props, 'service'>): JSX.Element {
  const isOpen = service.state.sheet.value?.kind === 'menu';
  return (
    <>
      <button
        type="button"
        class="button icon-button"
        data-action="more"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={text('barMore')}
        title={text('barMore')}
        onClick={() => (isOpen ? service.close() : service.open({ kind: 'menu' }))}
      >
        <Drawing class="dots" path="M3.5 8h.01M8 8h.01M12.5 8h.01" />
      </button>
      <button
        type="button"
        class="plain icon-button"
        data-action="collapse"
        aria-label={text('barCollapse')}
        title={text('barCollapse')}
        onClick={() => service.choose({ isCollapsed: true })}
      >
        <Drawing path="M3.5 6 8 10.5 12.5 6" />
      </button>
    </>
  );
}

/** The bar put away: what it would begin with, in the corner. */
function Pill({ service, counts }: Props): JSX.Element {
  const day = service.state.view.value?.visit.day;
  return (
    <button
      type="button"
      class="pill"
      data-action="expand"
      aria-label={`${text('barExpand')}: ${headline(counts)}`}
      onClick={() => service.choose({ isCollapsed: false })}
    >
      <strong class={counts.new ? 'new' : ''}>{headline(counts)}</strong>
      {day && ` · ${shortDay(day, Date.now())}`}
    </button>
  );
}

/** What was opened: a paper at the side, or something above the bar; in a file of its own, see common.ts. */
function Opened({ service }: Pick<Props, 'service'>): JSX.Element | null {
  const sheet = service.state.sheet.value;
  const part = sheet && service.parts.value[sheet.kind === 'read' ? 'bar-reading' : 'bar-menu'];
  return sheet && part ? <part.View key={sheet.kind} service={service} sheet={sheet} /> : null;
}

/** The page bar: how the page stands, what is next on it, and a menu with the rest. */
export function Bar({ service }: Pick<Props, 'service'>): JSX.Element | null {
  const { pageCounts, choices } = service.state;
  const counts = pageCounts.value;
  if (!counts) return null;
  return (
    <section class={choices.value.isCollapsed ? 'bar away' : 'bar'} aria-label={text('barName')}>
      <Opened service={service} />
      <Lines service={service} counts={counts} />
      {choices.value.isCollapsed ? (
        <Pill service={service} counts={counts} />
      ) : (
        <div class="row">
          <Summary service={service} counts={counts} />
          <Main service={service} counts={counts} />
          <Tools service={service} />
        </div>
      )}
    </section>
  );
}
