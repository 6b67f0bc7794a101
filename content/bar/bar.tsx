import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../components/ui/icons';
import { keyed } from '../../lib/keymap/hints';
import { counted, text } from '../../lib/text';
import { Lines } from './lines';
import { Days } from './neighbour-days';
import type { PageCounts } from './page-counts';
import type { BarService } from './service';
import { SheetAbove } from './sheet';
import { SortChoice } from './sort-choice';

interface Props {
  readonly service: BarService;
}

function Summary({ service, counts }: Props & { readonly counts: PageCounts }): JSX.Element {
  const { neighbourDays } = service.state;
  const rest = [
    ...(counts.saved > 0 ? [counted('barSaved', counts.saved)] : []),
    ...(neighbourDays.value?.isFilling ? [text('barFilling')] : []),
  ];
  return (
    <p class="summary">
      <strong class={counts.new > 0 ? 'new' : undefined}>{counted('barNew', counts.new)}</strong>{' '}
      {counted('barOf', counts.total)}
      {rest.map((words) => (
        <span key={words}>
          {' · '}
          {words}
        </span>
      ))}
    </p>
  );
}

function Triage({ service, counts }: Props & { readonly counts: PageCounts }): JSX.Element {
  const { choices } = service.state;
  const { hidesSeen } = choices.value;
  return (
    <div class="triage">
      <button
        type="button"
        class="button main"
        data-action="next"
        aria-disabled={counts.new === 0}
        onClick={() => service.nextNew()}
      >
        {text('barNext')}
      </button>
      <button
        type="button"
        class="button"
        data-action="hide"
        aria-pressed={hidesSeen}
        onClick={() => service.choose({ hidesSeen: !hidesSeen })}
      >
        {text('barHide')}
      </button>
      <button
        type="button"
        class="button"
        data-action="dismiss-rest"
        aria-disabled={counts.rest.length === 0}
        onClick={() => service.dismissRest()}
      >
        {text('barDismiss')}
      </button>
    </div>
  );
}

function Tools({ service }: Props): JSX.Element {
  return (
    <div class="tools">
      <button
        type="button"
        class="plain icon-button"
        data-action="help"
        aria-label={text('barHelp')}
        title={text('barHelp')}
        onClick={() => service.open({ kind: 'help' })}
        {...keyed('help', text('barHelp'))}
      >
        <kbd>?</kbd>
      </button>
      <button
        type="button"
        class="plain icon-button"
        data-action="collapse"
        aria-label={text('barCollapse')}
        title={text('barCollapse')}
        onClick={() => service.choose({ isCollapsed: true })}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}

/** The bar put away: a tab in the corner that still tells what is new. */
function Tab({ service, counts }: Props & { readonly counts: PageCounts }): JSX.Element {
  const name = `${text('barExpand')}: ${counted('barNew', counts.new)}`;
  return (
    <button
      type="button"
      class="tab"
      data-action="expand"
      aria-label={name}
      title={text('barExpand')}
      onClick={() => service.choose({ isCollapsed: false })}
    >
      {counted('barNew', counts.new)}
    </button>
  );
}

/** The page bar: what is new on the page, and what can be done about it at once. */
export function Bar({ service }: Props): JSX.Element | null {
  const [isWide, setWide] = useState(false);
  const { pageCounts, choices, neighbourDays, canSort } = service.state;
  const counts = pageCounts.value;
  if (!counts) return null;
  const { isCollapsed } = choices.value;
  return (
    <section class={isCollapsed ? 'bar away' : 'bar'} aria-label={text('barName')}>
      <SheetAbove service={service} />
      <Lines service={service} counts={counts} />
      {isCollapsed ? (
        <Tab service={service} counts={counts} />
      ) : (
        <div class="row">
          <Summary service={service} counts={counts} />
          <Triage service={service} counts={counts} />
          <button
            type="button"
            class="button more"
            data-action="more"
            aria-expanded={isWide}
            onClick={() => setWide(!isWide)}
          >
            {text('barMore')}
          </button>
          <div class={isWide ? 'rest open' : 'rest'}>
            {canSort.value && <SortChoice service={service} />}
            {neighbourDays.value && <Days service={service} neighbourDays={neighbourDays.value} />}
            <button
              type="button"
              class="button"
              data-action="catch-up"
              onClick={() => service.catchUp()}
            >
              {text('barCatchUp')}
            </button>
          </div>
          <Tools service={service} />
        </div>
      )}
    </section>
  );
}
