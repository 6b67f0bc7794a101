import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { type BarChoices, defaultBarChoices, type Sort } from '../../lib/bar-choices';
import type { NeighbourDays, PaperText } from '../../lib/bar-messages';
import type { Keymap } from '../../lib/keymap/keymap';
import type { PaperId } from '../../papers/paper';
import type { PageView } from '../page/shared-page';
import { type PageCounts, pageCountsOf } from './page-counts';

/** What the bar says for a while. */
export interface Notice {
  readonly words: string;
  /** What the button beside it takes back. */
  readonly action?: number;
}

/** The fields of the column for the reader's own words. */
export type OwnField = 'tag' | 'note';

/** A paper beside the page. */
export interface ReadSheet {
  readonly kind: 'read';
  readonly id: PaperId;
  /** Where the reader wants to write at once. */
  readonly field?: OwnField | undefined;
  /** What is stored of it, once it is there. */
  readonly more?: PaperText;
  /** The tags in use, once they are there. */
  readonly names?: readonly string[];
}

/** What is open: a paper at the side, or something above the bar. */
export type Sheet = ReadSheet | { readonly kind: 'menu' | 'help' };

/** Everything that the bar shows. */
export interface BarState {
  readonly view: Signal<PageView | undefined>;
  readonly pageCounts: ReadonlySignal<PageCounts | undefined>;
  readonly neighbourDays: Signal<NeighbourDays | undefined>;
  readonly choices: Signal<BarChoices>;
  readonly hasKeys: Signal<boolean>;
  /** What each key does, where the reader has turned them on. */
  readonly keymap: Signal<Keymap>;
  readonly sort: Signal<Sort>;
  /** Whether the reader wants to know what is likely. */
  readonly ranks: Signal<boolean>;
  /** Whether an order "for you" draws some from lower down. */
  readonly widens: Signal<boolean>;
  /** False where the page's layout can show no other order. */
  readonly canSort: Signal<boolean>;
  readonly notice: Signal<Notice | undefined>;
  readonly sheet: Signal<Sheet | undefined>;
}

/** The state of a bar that knows nothing yet. */
export function makeState(): BarState {
  const view = signal<PageView | undefined>(undefined);
  const choices = signal(defaultBarChoices);
  return {
    view,
    pageCounts: computed(() => view.value && pageCountsOf(view.value, choices.value.hidesReplaced)),
    neighbourDays: signal(undefined),
    choices,
    hasKeys: signal(false),
    keymap: signal(new Map()),
    sort: signal('site'),
    ranks: signal(true),
    widens: signal(true),
    canSort: signal(false),
    notice: signal(undefined),
    sheet: signal(undefined),
  };
}
