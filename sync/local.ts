import type { Copy } from '../papers/merge';
import type { PaperId } from '../papers/paper';
import type { Row } from '../papers/words/row';
import type { Register } from '../papers/words/stamp';
import type { Words } from '../papers/words/words';
import type { Bytes } from './bytes';
import type { VaultFile } from './vault/vault-file';

/** How many papers one transaction takes at most. */
export const sliceSize = 500;

/** What is left of a paper that was purged: the store's tombstone, without its id. */
export interface Gone {
  readonly deletedAt: number;
  readonly firstSeenAt: number;
  readonly aliases?: readonly PaperId[];
}

/**
 * What the reader said of one paper, as it travels. Whether a paper is purged says `isPurged`: a word that was
 * said elsewhere at the same time brings it back.
 */
export interface PaperWords {
  readonly words: Words;
  /** The stamp is the purge's: greater than those of all words that it took. */
  readonly gone?: Register<Gone>;
}

/** What sources say of a paper, without what changes from day to day (upvotes, comments, stars). */
export type Card = Omit<Copy, 'words'>;

/** The rows that are the reader's, though of no paper. A look's id is its tag's key. */
export const rowKinds = ['list', 'rule', 'look'] as const;
export type RowKind = (typeof rowKinds)[number];

/** A row of any kind, or what is left of it. */
export type AnyRow = Row<{ readonly id: string }>;

/** A paper of which the reader has said something that is in no document yet. */
export interface DirtyPaper extends PaperWords {
  readonly kind: 'paper';
  readonly id: PaperId;
  /** Another number whenever it is marked again. */
  readonly mark: number;
  /** Whether its card is to be published: of a new paper, and of one with new aliases. See `Local.cards`. */
  readonly isNew: boolean;
}

/** A rule, list or tag's look that is in no document yet. */
export interface DirtyRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly mark: number;
  readonly row: AnyRow;
}

export type Dirty = DirtyPaper | DirtyRow;

/** What the documents say of a paper now that others' changes are in them. */
export interface IncomingPaper {
  readonly id: PaperId;
  /** What they said before. */
  readonly before: PaperWords;
  readonly after: PaperWords;
  /** The reader wants what is here: it is said again (`insisted` in sync/rebase.ts), and marked. */
  readonly isKept?: boolean;
}

export interface IncomingRow {
  readonly kind: RowKind;
  readonly row: AnyRow;
}

/** A part of what came, for one transaction: together at most `sliceSize` papers, rows and cards. */
export interface Slice {
  readonly papers: readonly IncomingPaper[];
  readonly rows: readonly IncomingRow[];
  readonly cards: readonly Card[];
  /** The document that this was the last part of, as it now is: the mark from which to go on. */
  readonly document?: { readonly at: number; readonly state: Bytes };
}

/** A file that is sealed and waits to be written, by its path. */
export interface Outgoing {
  readonly path: string;
  readonly bytes: Bytes;
}

/** What is known of another device. */
export interface Peer {
  readonly device: string;
  readonly name: string;
  /** The greatest count of its heads seen. */
  readonly count: number;
  /** When it said so, by its own clock; and when that came here, by ours. In ms. */
  readonly at: number;
  readonly heardAt: number;
  /** Up to which of its segments all is in the documents. */
  readonly merged: number;
  /** Its packs of cards that were read. */
  readonly packs: readonly string[];
  /** Its heads as they were listed when they were last read, and how often they were read like that. */
  readonly heads: Readonly<Record<string, { readonly listed: string; readonly reads: number }>>;
}

/** A key that files are sealed with. */
export interface VaultKey {
  /** 1 to 255, as in the files. */
  readonly id: number;
  /** For HKDF, not extractable. */
  readonly root: CryptoKey;
}

/** One of a device's heads: its nonce, and when it was made, in ms. */
export interface Step {
  readonly nonce: string;
  readonly at: number;
}

/** A file of segments: its name, the first of them, what they say, and its bytes in the storage. */
export interface Recent {
  readonly name: string;
  readonly first: number;
  readonly content: Bytes;
  readonly size: number;
}

/** What this device knows of itself and of the vault. */
export interface Own {
  /** The name of its files; not that of its stamps. */
  readonly device: string;
  /** Of its writes in the documents: one for each `device`, never used by two. */
  readonly clientId: number;
  /** What the reader calls it. */
  readonly name: string;
  /** Of its last head, written or in the outbox; 0 before the first. */
  readonly count: number;
  /** Random, in that head. */
  readonly nonce: string;
  /** Of its last heads, this one the last: tells a copy of this profile from its past. */
  readonly trail: readonly Step[];
  /** Devices whose name this profile had, too, while both wrote; and when they parted, in ms. */
  readonly forked: Readonly<Record<string, number>>;
  /** After such a parting, until all was written: what others have under the old name may not be the same everywhere. */
  readonly isRestating?: true;
  /** When that head was made, and when the last one that arrived was, in ms. */
  readonly at: number;
  readonly sentAt: number;
  /** How its heads were listed when they were last looked at; absent until then. */
  readonly headListed?: string;
  /** Of its last segment. */
  readonly seq: number;
  /** Its segments since the snapshot, by name, and their bytes together. */
  readonly segments: readonly string[];
  readonly segmentBytes: number;
  /** The last of their files, as far as one of them may still be joined with what comes next. */
  readonly recent?: readonly Recent[];
  /** Its last snapshot: up to which segment, and the names of its files. */
  readonly snapshot?: { readonly seq: number; readonly files: readonly string[] };
  /** Its packs of cards, by name. */
  readonly packs: readonly string[];
  /** Papers whose cards are in segments only; and those whose cards are in no file yet. */
  readonly loose: readonly PaperId[];
  readonly unpublished: readonly PaperId[];
  /** How many bytes of content go into one file, where the storage refused larger ones. */
  readonly fileContent?: number;
  /** Since then, until all was written anew: what it names is not there, or not as the reader wishes. */
  readonly isWholeDue?: true;
  /** Whether what it sends is without abstracts. */
  readonly isWithoutAbstracts?: true;
  /** Files that nothing names any longer, and the count of the head that was the first not to. */
  readonly trash: readonly {
    readonly path: string;
    readonly count: number;
    /** Whether what it says stands elsewhere: there is no hurry. */
    readonly isJoined?: true;
  }[];
  /** The vault's newest file seen. What it holds opens nothing without the code. */
  readonly file: VaultFile;
  readonly keys: readonly VaultKey[];
  /** The id of the key that its files are sealed with. */
  readonly sealedWith: number;
  /** Files of others that were not there or did not open, as its last head says. */
  readonly missing: readonly string[];
}

/** Everything that one writing round changes here. */
export interface Commit {
  readonly own: Own;
  /** Documents that were written to, as they now are. */
  readonly documents: ReadonlyMap<number, Bytes>;
  /** In the order in which they are to be written, the head last. */
  readonly outbox: readonly Outgoing[];
  /** What is in the documents now. A mark that is no longer the same stays dirty. */
  readonly written: readonly Pick<Dirty, 'kind' | 'id' | 'mark'>[];
}

/**
 * What a round needs of the device's own store. Each method is one transaction: it is done whole or not at all, and
 * done when it resolves. It throws a StoreError.
 */
export interface Local {
  /** `undefined` where sync is not set up. */
  own(): Promise<Own | undefined>;
  peers(): Promise<readonly Peer[]>;
  /** One of the documents (see `documentOf`), in Yjs's update format V2; `undefined` of an empty one. */
  document(at: number): Promise<Bytes | undefined>;
  /** What waits to be written, in order. */
  outbox(): Promise<readonly Outgoing[]>;
  /** What is marked, oldest first. */
  dirty(limit: number): Promise<readonly Dirty[]>;
  /** What is said here of some papers, by any of their ids, with their titles; those never met are left out. */
  papers(
    ids: readonly PaperId[],
  ): Promise<ReadonlyMap<PaperId, PaperWords & { readonly title?: string }>>;
  /** How many papers are in the reading list. */
  savedCount(): Promise<number>;
  /** Ids of the papers of which anything is said here, the newest first. Cards are published of these. */
  saidIds(): Promise<readonly PaperId[]>;
  /** What sources say of some papers, without abstracts where the reader chose so; those unknown are left out. */
  cards(ids: readonly PaperId[]): Promise<readonly Card[]>;

  /**
   * Takes a part of what came, and marks nothing dirty but what is kept against it; it is no undo step, and no rule
   * and no notice runs. Of each paper there is then `rebased(here, before, after)`; rows merge by `laterRow`,
   * cards by `merge`. A second time it changes nothing.
   */
  apply(slice: Slice): Promise<void>;
  /** Remembers how far some others were read, each in place of what was known of it: after all slices. */
  merged(peers: readonly Peer[]): Promise<void>;
  /** Own words into documents and outbox, and the marks off, all at once. */
  commit(commit: Commit): Promise<void>;
  /** A file of the outbox is written and was read back. */
  sent(path: string): Promise<void>;
  /** Remembers something of itself, when nothing else changes. */
  keepOwn(own: Own): Promise<void>;
  /**
   * Begins as a device that has sent and read nothing, where sync is set up and where this profile turned out to be a
   * copy of another one: documents, peers and outbox are empty, all that the reader said is marked, every card is to be
   * published. No word changes.
   * @param since Of a copy: when it may have parted from the other one, in ms. The profile stamps under a new name from
   * here on (`deviceName`), and notes that it wrote from then on are under it, too (`renamedNote` in sync/rebase.ts).
   */
  restart(own: Own, since?: number): Promise<void>;
  /** Forgets a device that the reader removed. */
  forget(device: string): Promise<void>;
}
