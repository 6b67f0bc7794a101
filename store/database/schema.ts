import type { DBSchema } from 'idb';
import type { Note } from '../../papers/note';
import type { Before } from '../../papers/own';
import type { PaperId, PaperState } from '../../papers/paper';
import type { Past } from '../../papers/past';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import type { Head } from '../../papers/search/entry';
import type { PreparedText } from '../../papers/search/words';
import type { MonthTally } from '../../papers/statistics/month';
import type { Row } from '../../papers/words/row';
import type { Stamp } from '../../papers/words/stamp';
import type { Bytes } from '../../sync/bytes';
import type { Outgoing, Peer } from '../../sync/local';
import type { ActionKind } from '../actions/kinds';
import type { Part } from '../actions/recording';
import type { DecisionRow } from '../decisions/row';
import type { CounterName } from '../derived/counter-names';
import type { Filling } from '../filling/row';
import type { ScoreRow } from '../ranking/scores';
import type { BodyChunk, HeadChunk, Preparation } from '../search/rows';
import type { Mark } from '../sync/mark';

/** A tag that at least one saved paper has, or one of whose hue the reader has said something. */
export interface Tag {
  /** See `tagKey`. */
  readonly key: string;
  /** The spelling shown. */
  readonly name: string;
  readonly count: number;
  /** The hue the reader gave it, in degrees; absent for the one its name has. See `tagHue`. */
  readonly hue?: number;
  /** When the reader gave it a hue, or took that away; absent where that was never. */
  readonly stamp?: Stamp;
}

/** What is known of one day's list. */
export interface Day {
  /** ISO day of Daily Papers; of another site's list the digest's id. See `listKey`. */
  readonly day: string;
  /** The papers on it, as it was last told. */
  readonly ids: readonly PaperId[];
  /** When the site was last asked for it, in ms; absent when only pages told of it. */
  readonly checkedAt?: number;
  /** How often in a row the answer had as many papers; the first one counts. */
  readonly still?: number;
  /** How many entries of the answer could not be read; papers known before may be among them. */
  readonly skipped?: number;
  /** For a conditional request; see RFC 9110, 8.8.3. */
  readonly etag?: string;
}

/** That a paper was on screen in a visit that is not over yet. */
export interface Impression {
  readonly id: PaperId;
  readonly visitAt: number;
}

/** A search that was given a name. */
export interface SmartList {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  /** In the language of papers/query. */
  readonly query: string;
  /** See `orders` in papers/search/order.ts. */
  readonly order: string;
  readonly isPinned: boolean;
  /** Its place among the lists. */
  readonly at: number;
}

/** How a tag looks: a register with the hue, if any, for its value. */
export type TagLook = Omit<Tag, 'count'>;

/** Something the reader did, in one step, however many papers it touched. */
export interface Action {
  /** Numbered as they come. */
  readonly id: number;
  readonly at: number;
  readonly kind: ActionKind;
  /** What the sentence about it names: tags, a status, the end of a snooze in ms, else the title of a single paper. */
  readonly detail?: string;
  /** The name that a renamed tag had. */
  readonly from?: string;
  /** Which click of the reader's it came of, where a message brought it; see lib/click.ts. */
  readonly request?: string;
  /** How many papers it was meant for, and how many of them it has changed and nobody put back. */
  readonly total: number;
  readonly done: number;
  /** The papers as they were, where these are few and all in one part; else they are in `steps`. Gone when it is undone. */
  readonly before?: readonly Before[];
  /** `running` of an action whose page is gone means that it was cut off. */
  readonly stage: 'running' | 'done' | 'stopped' | 'undoing' | 'undone';
}

/** A part of an action, written in one transaction with the papers it changed; of a small action there is none. */
export interface Step extends Omit<Part, 'isLast'> {
  readonly action: number;
  readonly part: number;
}

/** That a paper was once here; what is left when the bin is emptied. */
export interface Tombstone {
  readonly id: PaperId;
  readonly aliases?: readonly PaperId[];
  readonly deletedAt: number;
  readonly firstSeenAt: number;
  /** When it was said, where that is another time than just after `deletedAt`. */
  readonly stamp?: Stamp;
}

/**
 * What changed of a saved paper since the chunks were written; it stands before them.
 * See docs/decisions/0004-search.md.
 */
export interface JournalEntry {
  readonly id: PaperId;
  /** Absent when the paper has left the list. */
  readonly head?: Head;
  /** Absent when the chunk's body still stands. */
  readonly body?: PreparedText;
}

/** The database `offprint` at its newest version; older shapes live in the migrations. */
export interface OffprintSchema extends DBSchema {
  papers: {
    key: PaperId;
    value: PaperRecord;
    indexes: {
      state: [PaperState, number];
      list: number;
      tag: string;
      alias: string;
      queue: number;
      snooze: number;
      met: number;
      woke: number;
    };
  };
  details: { key: PaperId; value: PaperDetails; indexes: { citationKey: string } };
  notes: { key: PaperId; value: Note };
  /** See `journalStore`. */
  texts: { key: PaperId; value: JournalEntry };
  heads: { key: PaperId; value: HeadChunk };
  bodies: { key: PaperId; value: BodyChunk };
  preparation: { key: 'search'; value: Preparation };
  tags: { key: string; value: Tag };
  /** `mendedTags` waits to be told; see store/words/mended.ts. */
  counters: { key: CounterName | 'mendedTags'; value: number };
  lists: { key: string; value: Row<SmartList> };
  actions: { key: number; value: Action; indexes: { request: string } };
  steps: { key: [number, number]; value: Step };
  months: { key: string; value: MonthTally };
  tombstones: { key: PaperId; value: Tombstone; indexes: { alias: PaperId } };
  past: { key: PaperId; value: Past; indexes: { alias: PaperId } };
  days: { key: string; value: Day };
  [impressionStore]: { key: [PaperId, number]; value: Impression; indexes: { visit: number } };
  rules: { key: string; value: Row<Rule> };
  /** This browser's own, in no backup: see `readSelf`, `readDeckSession`, `judgedBy`, `unlearn`, `readFolder`, `readWaiting`, `ownIn` and `readSyncAccount`. */
  profile: {
    key:
      | ('device' | 'deck' | 'judgedBy' | 'unlearned' | 'folder' | 'sync' | 'account')
      | ['keys', number];
    value: unknown;
  };
  /** What was learned of the reader, on this device alone: in no backup. See `readKnowledge` and `readKeptTraits`. */
  ranking: { key: 'learned' | 'stale' | ['traits' | 'sketch', number]; value: unknown };
  scores: { key: string; value: ScoreRow };
  decisions: { key: number; value: DecisionRow; indexes: { at: number } };
  fillings: { key: PaperId; value: Filling; indexes: { due: number } };
  /** Written while this device is synced, as the three below; see store/sync/. */
  dirty: { key: [Mark['kind'], string]; value: Mark; indexes: { mark: number } };
  documents: { key: number; value: Bytes };
  /** In the order in which they are to be written. */
  outbox: { key: number; value: Outgoing; indexes: { path: string } };
  peers: { key: string; value: Peer };
}

/** Where the search's journal lies; a `JournalEntry` was a text once, and another name would be a migration. */
export const journalStore = 'texts';

/** Where impressions lie; they were called glances once, and another name would be a migration. */
export const impressionStore = 'glances';

/** The stores that a change of papers writes to, or has to know of; never the chunks, which are large. */
export const writtenStores = [
  'papers',
  'details',
  'notes',
  journalStore,
  'preparation',
  'tags',
  'counters',
  'actions',
  'steps',
  'months',
  'tombstones',
  'past',
  'lists',
  'days',
  impressionStore,
  'rules',
  'profile',
  'decisions',
  'fillings',
  'dirty',
  'documents',
  'outbox',
  'peers',
] as const satisfies readonly (keyof OffprintSchema)[];

/** Every object store, in one place for whoever reads or empties all of them. */
export const storeNames = [
  ...writtenStores,
  'heads',
  'bodies',
  'ranking',
  'scores',
] as const satisfies readonly (keyof OffprintSchema)[];
export type StoreName = (typeof storeNames)[number];
