import type { PaperId } from '../../papers/paper';
import type { RemoteError } from '../remotes/remote';

/** What applying would take from the reader on this device. */
export interface Losses {
  /** Papers that leave the reading list, notes that become empty, and tags that come off. */
  readonly papers: readonly Loss[];
  readonly notes: readonly Loss[];
  readonly tags: readonly (Loss & { readonly tag: string })[];
}

export interface Loss {
  readonly id: PaperId;
  readonly title?: string;
}

/** A device from which something came. */
export interface Teller {
  readonly device: string;
  readonly name: string;
  /** When it said so, by its clock, in ms. */
  readonly at: number;
}

/** What a round did, or would do. */
export interface Done {
  /** Papers that changed here, or came. */
  readonly changed: number;
  readonly came: number;
  /** Papers of which the note, or something else, was written apart from what is here. */
  readonly notesApart: readonly Loss[];
  readonly statesApart: number;
  readonly losses: Losses;
  readonly from: readonly Teller[];
  /** Papers that the storage has, and that are both there and here; counted where this device joins. */
  readonly there: number;
  readonly here: number;
  readonly both: number;
  /** Files written, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Packs of cards of the others: how many of them have been read by now. */
  readonly packs: { readonly read: number; readonly there: number };
  /** Whether cards are left for a next round. */
  readonly isMore: boolean;
  /** Files of others that could not be read; the rest stands. */
  readonly missing: readonly string[];
  /** Devices none of whose heads opens: cut off just now, or of another vault in the same folder. */
  readonly unreadable?: readonly Teller[];
  /** Devices whose heads went back: somebody put older files in place. */
  readonly rolledBack: readonly Teller[];
  /** What happened to this device itself. */
  readonly self: 'same' | 'reborn' | 'published again';
}

/** How a round ended. */
export type Outcome =
  | { readonly kind: 'done'; readonly done: Done }
  /** More would go than goes without asking; nothing was changed. `plan` is what to answer to. */
  | {
      readonly kind: 'stopped';
      readonly losses: Losses;
      readonly from: readonly Teller[];
      readonly plan: string;
    }
  /** The storage is empty where it was not, or holds another vault. Nothing was changed. */
  | { readonly kind: 'emptied' | 'otherVault' }
  /** There is a key that this device does not have: the reader has to give the code again. */
  | { readonly kind: 'needsCode' }
  /** A later version of Offprint is needed. */
  | { readonly kind: 'tooOld' }
  /** The storage took a file and does not have it, or another one. Nothing is lost; the next round tries again. */
  | { readonly kind: 'notKept'; readonly path: string }
  /** What was done until then stands. */
  | { readonly kind: 'failed'; readonly error: RemoteError };

/** How the reader answers to a plan that stopped: see `Outcome`. */
export interface Answer {
  readonly plan: string;
  readonly choice: 'apply' | 'keep';
}
