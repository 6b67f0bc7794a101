import type { JSX, TargetedKeyboardEvent } from 'preact';
import { counted, type MessageKey, number, text } from '../../lib/text';

/** One tab. */
export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: MessageKey;
  /** Absent while it is not known. */
  readonly count: number | undefined;
}

/** Tabs over one panel, whose id is `panel`; arrow keys go from one to the next. */
export function Tabs<Name extends string>(props: {
  readonly tabs: readonly Tab<Name>[];
  readonly current: Name;
  readonly onChoose: (name: Name) => void;
}): JSX.Element {
  const { tabs, current, onChoose } = props;
  const onKey = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex(({ name }) => name === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (!next) return;
    event.preventDefault();
    onChoose(next.name);
    (event.currentTarget.children[tabs.indexOf(next)] as HTMLElement).focus();
  };
  return (
    <div role="tablist" aria-label={text('tabsName')} onKeyDown={onKey}>
      {tabs.map(({ name, label, count }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === current}
          aria-controls="panel"
          tabIndex={name === current ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {text(label)}
          {count !== undefined && <span aria-hidden="true"> {number(count)}</span>}
          {count !== undefined && <span class="unseen">, {counted('papers', count)}</span>}
        </button>
      ))}
    </div>
  );
}
