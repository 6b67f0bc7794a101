import type { JSX } from 'preact';
import { text } from '../../../lib/text';
import type { PartProps } from '../common';
import { Help } from './help';
import { Menu } from './menu';

let before: HTMLElement | undefined;

/** Puts the focus into what was opened, and back when it is closed. */
function borrowFocus(element: HTMLElement | null): void {
  if (element) {
    const { activeElement } = document;
    before = (activeElement?.shadowRoot?.activeElement ?? activeElement) as HTMLElement;
    element.focus();
  } else before?.focus();
}

/** What opens above the bar: its menu, or the keys. */
export function Above({ service, sheet }: PartProps): JSX.Element {
  const name = text(sheet.kind === 'help' ? 'barHelp' : 'barMore');
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    service.close();
  };
  return (
    <div
      ref={borrowFocus}
      class={`sheet ${sheet.kind}`}
      role="dialog"
      aria-label={name}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2>{name}</h2>
        <button type="button" class="button" data-action="close" onClick={() => service.close()}>
          {text('close')}
        </button>
      </header>
      {sheet.kind === 'help' ? <Help service={service} /> : <Menu service={service} />}
    </div>
  );
}
