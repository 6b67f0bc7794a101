import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { TagEditor, type TagEditorProps } from '../tag-editor';

/** The tags of the paper on top, being changed. Escape, or Enter with nothing typed, closes it. */
export function TagField(props: TagEditorProps & { readonly onClose: () => void }): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => ref.current?.querySelector('input')?.focus(), []);
  const onEnter = (event: KeyboardEvent) => {
    const isEmpty = event.target instanceof HTMLInputElement && event.target.value === '';
    if (event.key !== 'Enter' || !isEmpty || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    props.onClose();
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    props.onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field within has the focus and the keys.
    <div ref={ref} class="tag-field" onKeyDownCapture={onEnter} onKeyDown={onEscape}>
      <TagEditor {...props} />
    </div>
  );
}
