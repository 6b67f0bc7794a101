import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createRef, type RefObject } from 'preact';
import { usualPace } from '../../papers/deck/pace';
import { isWithin } from '../../papers/deck/scope';
import {
  type DeckSession,
  type DeckStanding,
  type Papers,
  standingOf,
} from '../../papers/deck/session';
import { type Tally, tallyOf } from '../../papers/deck/tally';
import type { PaperId } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import type { StoreErrorCode } from '../../store/database/errors';
import type { Tag } from '../../store/database/schema';
import type { News } from '../../wording/news';
import type { ExportRequest } from '../shared/export/request';
import type { Failure } from '../shared/guard';
import type { Trace } from './trail';

/** What was just done. */
export interface Said {
  readonly said: string;
  /** Whether `u` takes it back. */
  readonly canUndo: boolean;
}

/** Everything the deck shows; written by the service and its commands alone. */
export interface DeckState {
  /** `undefined` until the store was read. */
  readonly session: Signal<DeckSession | undefined>;
  /** Every new paper, and those of the session. */
  readonly papers: Signal<Papers>;
  /** Papers whose decision is being written. */
  readonly taken: Signal<ReadonlySet<PaperId>>;
  readonly standing: ReadonlySignal<DeckStanding>;
  /** The paper on top. */
  readonly current: ReadonlySignal<PaperRecord | undefined>;
  /** The paper after it, if there is another one. */
  readonly next: ReadonlySignal<PaperId | undefined>;
  readonly stage: ReadonlySignal<Stage>;
  /** What is known of the papers that come next. */
  readonly details: Signal<ReadonlyMap<PaperId, PaperDetails | undefined>>;
  readonly rules: Signal<ReadonlyMap<string, Rule>>;
  readonly tags: Signal<readonly Tag[]>;
  /** The tags of the number keys. */
  readonly recentTags: Signal<readonly string[]>;
  /** What was decided last, the newest last. */
  readonly trail: Signal<readonly Trace[]>;
  /** The days whose lists may still grow, oldest first. */
  readonly filling: Signal<readonly string[]>;
  /** What badge and popup tell of new papers. */
  readonly news: Signal<News | undefined>;
  /** When the deck was opened and when each decision was made, in ms. */
  readonly instants: Signal<readonly number[]>;
  /** The reader's pace before that, in ms a paper; see `paceOf`. */
  readonly prior: Signal<number>;
  readonly hasPictures: Signal<boolean>;
  readonly notice: Signal<Said | undefined>;
  /** What a screen reader is told. */
  readonly announcement: Signal<string>;
  readonly failure: Signal<Failure<StoreErrorCode> | undefined>;
  readonly isBusy: Signal<boolean>;
  readonly isTagging: Signal<boolean>;
  /** Whether the menu of rules of the paper on top is open. */
  readonly isRuling: Signal<boolean>;
  readonly isChoosing: Signal<boolean>;
  readonly areKeysShown: Signal<boolean>;
  /** The papers that the reader may take along, while the window for that is open. */
  readonly exporting: Signal<ExportRequest | undefined>;
  /** What scrolls the paper on top; set by the view. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** What there is to see: a paper, the end of a session, that nothing is new, or nothing yet. */
export type Stage = 'paper' | 'end' | 'nothing' | 'unread';

function stageOf(session: DeckSession | undefined, { current, done, rest }: DeckStanding): Stage {
  if (!session) return 'unread';
  if (current !== undefined) return 'paper';
  return done + rest.length > 0 ? 'end' : 'nothing';
}

function nextOf({ left, current }: DeckStanding): PaperId | undefined {
  if (current === undefined) return undefined;
  const after = left[left.indexOf(current) + 1] ?? left[0];
  return after === current ? undefined : after;
}

const nothing: DeckStanding = { left: [], rest: [], done: 0, current: undefined };

/** The state before anything is read. */
export function emptyState(): DeckState {
  const session = signal<DeckSession | undefined>(undefined);
  const papers = signal<Papers>(new Map());
  const taken = signal<ReadonlySet<PaperId>>(new Set());
  const standing = computed(() =>
    session.value ? standingOf(session.value, papers.value, taken.value) : nothing,
  );
  return {
    session,
    papers,
    taken,
    standing,
    current: computed(() => papers.value.get(standing.value.current ?? '')),
    next: computed(() => nextOf(standing.value)),
    stage: computed(() => stageOf(session.value, standing.value)),
    details: signal<ReadonlyMap<PaperId, PaperDetails | undefined>>(new Map()),
    rules: signal<ReadonlyMap<string, Rule>>(new Map()),
    tags: signal<readonly Tag[]>([]),
    recentTags: signal<readonly string[]>([]),
    trail: signal<readonly Trace[]>([]),
    filling: signal<readonly string[]>([]),
    news: signal<News | undefined>(undefined),
    instants: signal<readonly number[]>([]),
    prior: signal(usualPace),
    hasPictures: signal(false),
    notice: signal<Said | undefined>(undefined),
    announcement: signal(''),
    failure: signal<Failure<StoreErrorCode> | undefined>(undefined),
    isBusy: signal(false),
    isTagging: signal(false),
    isRuling: signal(false),
    isChoosing: signal(false),
    areKeysShown: signal(false),
    exporting: signal<ExportRequest | undefined>(undefined),
    scroller: createRef<HTMLElement>(),
  };
}

/** What became of the papers of the session. */
export function tallyNow({ session, papers, taken }: DeckState): Tally {
  return tallyOf(session.value ?? { ids: [] }, papers.value, taken.value);
}

/** The papers of a session that the reader has saved in it, in the order in which they were shown. */
export function keptIn(state: DeckState): readonly PaperRecord[] {
  return tallyNow(state).saved.flatMap((id) => state.papers.value.get(id) ?? []);
}

/** The newest day of the session's scope whose list may still grow. */
export function fillingDay({ session, filling }: DeckState): string | undefined {
  const scope = session.value?.scope ?? {};
  if (scope.list !== undefined) return undefined;
  return filling.value.findLast((day) => isWithin(scope, { id: '', day }));
}
