import { Component, type JSX } from 'preact';

/**
 * A component that is drawn anew only when one of some props has changed. What it does, as handlers
 * made anew at each drawing, must follow from these: nobody hears of other ones.
 */
export function memo<Props extends object>(
  Drawn: (props: Props) => JSX.Element | null,
  names: readonly (keyof Props)[],
) {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return names.some((name) => next[name] !== this.props[name]);
    }

    override render(): JSX.Element {
      return <Drawn {...this.props} />;
    }
  };
}
