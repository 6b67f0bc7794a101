import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type MessageKey, text } from '../../lib/text';
import { useLayer } from './use-layer';

/** Some keys and what they do. */
export interface KeyHelp {
  /** As written on the keys; those of a sequence one after the other. */
  readonly keys: readonly string[];
  readonly does: MessageKey;
}

/** Keys that belong together. */
export interface KeyGroup {
  readonly title: MessageKey;
  readonly keys: readonly KeyHelp[];
}

/** Some keys as they are drawn. */
export function Keys({ keys }: { readonly keys: readonly string[] }): JSX.Element {
  return (
    <span class="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

/** Every key of the library, in one window. */
export function KeyMap(props: {
  readonly groups: readonly KeyGroup[];
  readonly onClose: () => void;
}): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null);
  useLayer(ref, props.onClose);
  return (
    <dialog ref={ref} class="key-map" aria-labelledby="key-map-title" onClose={props.onClose}>
      <form method="dialog" class="top">
        <h2 id="key-map-title">{text('keysTitle')}</h2>
        <button type="submit" class="button">
          {text('close')}
        </button>
      </form>
      <div class="groups">
        {props.groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{text(title)}</h3>
            <dl>
              {keys.map(({ keys: names, does }) => (
                <div key={does}>
                  <dt>
                    <Keys keys={names} />
                  </dt>
                  <dd>{text(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="quiet">{text('keysTyping')}</p>
    </dialog>
  );
}
