import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { TagEditor, type TagEditorProps } from '../../../components/tags/tag-editor';
import { useLayer } from '../../../components/ui/use-layer';

/** The tags of the paper on top, being changed. Escape, or Enter with nothing typed, closes it. */
export function TagField(props: TagEditorProps & { readonly onClose: () => void }): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  useLayer(ref, props.onClose);
  const onEnter = (event: KeyboardEvent) => {
    const isEmpty = event.target instanceof HTMLInputElement && event.target.value === '';
    if (event.key !== 'Enter' || !isEmpty || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    props.onClose();
  };
  return (
    <div ref={ref} class="tag-field" onKeyDownCapture={onEnter}>
      <TagEditor {...props} />
    </div>
  );
}
