import type { JSX } from 'preact';
import { useHue } from './hues';

/** A tag in its own colour; see `Hues`. */
export function TagName({ name }: { readonly name: string }): JSX.Element {
  return (
    <span class="tag" style={`--hue: ${useHue(name)}`}>
      <span aria-hidden="true">#</span> <bdi>{name}</bdi>
    </span>
  );
}
