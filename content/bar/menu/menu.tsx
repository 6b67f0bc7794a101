import type { ComponentChildren, JSX } from 'preact';
import { timeAgo } from '../../../lib/clock';
import { ask } from '../../../lib/messages';
import { counted, text } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import type { BarService } from '../service';
import { Days } from './neighbour-days';
import { SortChoice } from './sort-choice';

interface Props {
  readonly service: BarService;
}

function Choice(props: {
  readonly action: string;
  readonly isPressed?: boolean;
  readonly onClick: () => unknown;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      data-action={props.action}
      aria-pressed={props.isPressed}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

/** Does something to papers of the page, as one action. */
function act(service: BarService, what: 'dismissRest' | 'countDay', ids: readonly PaperId[]): void {
  service.close();
  service.inTurn(async (click) => {
    const { action, standing } = await ask(what, { ids, click });
    service.learn(standing);
    service.told(action);
  });
}

/** What a click dismisses is named and counted. */
function Dismissing({ service }: Props): JSX.Element | null {
  const { rest = [], restSeen = [] } = service.state.pageCounts.value ?? {};
  if (rest.length === 0) return null;
  const hasBoth = restSeen.length > 0 && restSeen.length < rest.length;
  return (
    <section>
      <h3>{text('barDismiss')}</h3>
      {hasBoth && (
        <Choice action="dismiss-seen" onClick={() => act(service, 'dismissRest', restSeen)}>
          {counted('dismissSeen', restSeen.length)}
        </Choice>
      )}
      <Choice action="dismiss-rest" onClick={() => act(service, 'dismissRest', rest)}>
        {counted('dismissAll', rest.length)}
      </Choice>
    </section>
  );
}

/** Papers of an older day are in no count of new ones until the reader says so. */
function Counting({ service }: Props): JSX.Element | null {
  const { uncounted = [] } = service.state.pageCounts.value ?? {};
  if (uncounted.length === 0) return null;
  return (
    <section>
      <h3>{text('barCounting')}</h3>
      <Choice action="count-day" onClick={() => act(service, 'countDay', uncounted)}>
        {counted('barCountDay', uncounted.length)}
      </Choice>
    </section>
  );
}

function Showing({ service }: Props): JSX.Element {
  const { choices, canSort, view } = service.state;
  const { hidesSeen, hidesReplaced } = choices.value;
  return (
    <section>
      <h3>{text('barShowing')}</h3>
      <Choice
        action="hide"
        isPressed={hidesSeen}
        onClick={() => service.choose({ hidesSeen: !hidesSeen })}
      >
        {text('barHide')}
      </Choice>
      {view.value?.sections && (
        <Choice
          action="hide-replaced"
          isPressed={hidesReplaced}
          onClick={() => service.choose({ hidesReplaced: !hidesReplaced })}
        >
          {text('barHideReplaced')}
        </Choice>
      )}
      {canSort.value && <SortChoice service={service} />}
    </section>
  );
}

/** When the site was asked for its lists, and the way to ask it now. */
function Checked({ service }: Props): JSX.Element | null {
  const { checkedAt, isWeekend } = service.state.neighbourDays.value ?? {};
  if (checkedAt === undefined) return null;
  return (
    <p class="checked">
      <span>
        {isWeekend && `${text('newsWeekend')} · `}
        {text('pollChecked', timeAgo(checkedAt, Date.now()))}
      </span>
      <button
        type="button"
        class="link"
        data-action="check"
        onClick={() => service.run(() => ask('checkNow', {}))}
      >
        {text('pollCheckNow')}
      </button>
    </p>
  );
}

/** Everything that the bar can do beside what is next. */
export function Menu({ service }: Props): JSX.Element {
  const { neighbourDays } = service.state;
  return (
    <div class="scroll">
      {neighbourDays.value && <Days service={service} neighbourDays={neighbourDays.value} />}
      <Counting service={service} />
      <Dismissing service={service} />
      <Showing service={service} />
      <section>
        <Choice action="catch-up" onClick={() => service.catchUp()}>
          {text('catchUp')}
        </Choice>
        <Choice action="help" onClick={() => service.open({ kind: 'help' })}>
          {text('barHelp')} <kbd>?</kbd>
        </Choice>
      </section>
      <Checked service={service} />
    </div>
  );
}
