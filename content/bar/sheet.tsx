import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../../lib/text';
import { Reading } from './abstract-sheet';
import { Help } from './help-sheet';
import type { BarService } from './service';
import type { Sheet } from './state';
import { Tagging } from './tag-sheet';

interface Props {
  readonly service: BarService;
}

function nameOf(sheet: Sheet, service: BarService): string {
  if (sheet.kind === 'help') return text('barHelp');
  const title = service.paperOf(sheet.id)?.title ?? sheet.id;
  return sheet.kind === 'tag' ? text('barTagTitle', title) : title;
}

function contentOf(sheet: Sheet, service: BarService): ComponentChildren {
  if (sheet.kind === 'help') return <Help service={service} />;
  if (sheet.kind === 'tag') return <Tagging service={service} id={sheet.id} names={sheet.names} />;
  return <Reading service={service} id={sheet.id} more={sheet.more} />;
}

function Opened({ service, sheet }: Props & { readonly sheet: Sheet }): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const name = nameOf(sheet, service);
  useLayoutEffect(() => {
    const { activeElement } = document;
    const before = activeElement?.shadowRoot?.activeElement ?? activeElement;
    const field = ref.current?.querySelector<HTMLElement>('input');
    (field ?? ref.current)?.focus();
    // Whoever closes another sheet is put back on its card; see `close`.
    return () => sheet.kind === 'help' && (before as HTMLElement | null)?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    service.close();
  };
  return (
    <div
      ref={ref}
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
      {contentOf(sheet, service)}
    </div>
  );
}

/** What was opened above the bar: a paper to read, the field for a tag, or the keys. */
export function SheetAbove({ service }: Props): JSX.Element | null {
  const sheet = service.state.sheet.value;
  if (!sheet) return null;
  const key = sheet.kind === 'help' ? sheet.kind : `${sheet.kind} ${sheet.id}`;
  return <Opened key={key} service={service} sheet={sheet} />;
}
