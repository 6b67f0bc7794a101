import type { Remarks } from '../../lib/messages';
import type { Paper, PaperState } from '../../papers/paper';

/** How likely a paper is for the reader, in three steps. */
export type Likely = NonNullable<Remarks['likely']>;

/** A button of a control that opens something, and of which paper. */
export interface Opener {
  readonly button: HTMLElement;
  readonly paper: Paper;
  readonly state: PaperState;
  /** Only where it is likely for the reader at all. */
  readonly likely?: Likely | undefined;
  /** Says something to a screen reader. */
  announce(words: string): void;
}

/** What opens on a control: a file of its own, which is loaded when it is first wanted, for most are never opened. */
export interface CardMenus {
  /** Opens what a button opens, or puts it away. */
  toggle(opener: Opener): void;
  /** Has a mark say why, where pointer or focus stay on it. */
  explain(opener: Opener): Promise<void>;
}
