import type { Paper, Status } from '../papers/paper';

/** A file, or a pasted text, as the reader gave it. */
export interface ImportSource {
  /** The file's name, with the folders it lies in where those are known; empty for pasted text. */
  readonly name: string;
  readonly blob: Blob;
}

/** Where in what was imported an entry stands. */
export interface Place {
  /** The source's name; of an archive with the file's name in it. */
  readonly file: string;
  /** Counted from one. */
  readonly line: number;
  /** What the entry is called there: a citation key, a title, an address. */
  readonly key?: string;
}

/** What the reader had said of a paper in the other program. */
export interface ImportedWords {
  /** Absent where the format has none. */
  readonly status?: Status;
  /** Set where the file says so, false where it says that it is not; absent where it is silent. */
  readonly starred?: boolean;
  /** Labels and keywords of the reader's own, as they are spelled there, each once. */
  readonly tags: readonly string[];
  /** Folders, groups, collections and headings as paths: `Reading group/2026`. They become tags, unless the reader says no. */
  readonly folders: readonly string[];
  /** Markdown. */
  readonly note?: string;
  /** When it was put there, in ms since the epoch. */
  readonly savedAt?: number;
}

/** What has no home in Offprint, verbatim, by the format it is of; see `Extra` in papers/facts/extra.ts. */
export type ImportedExtra = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A paper as files tell of it; the same paper of several entries is one, see `joinImported`. */
export interface ImportedPaper {
  /** Its facts. An id `title:…` is one of a paper that no identifier is known of. */
  readonly paper: Paper;
  readonly words: ImportedWords;
  readonly extra: ImportedExtra;
  /** Every entry that tells of it; the first one stands first in its file. */
  readonly places: readonly Place[];
  /** That it is a mere link which Offprint knows for no paper's: it is offered, and comes only when it is chosen. */
  readonly isOffered?: true;
}

/** Why an entry was left out; what it says is put into words by `wording/`. */
export type DamageReason =
  /** The file ends within it. */
  | 'cutOff'
  /** It cannot be told where it ends, or what is a field in it. */
  | 'unreadable'
  /** It is longer than any paper's. */
  | 'tooLong'
  /** An arXiv id has lost a digit, as spreadsheets take the last zero. `detail` is the id. */
  | 'idCut'
  /** Neither title, nor id, nor address. */
  | 'nothingKnown';

/** Why an entry is none of a paper to be taken. */
export type SkipReason =
  /** In the other program's bin. */
  | 'binned'
  /** No link to a page: `javascript:`, `place:`, `data:`, or no address at all. */
  | 'noAddress'
  /** It only serves other entries: a proceedings volume, a file, a setting. */
  | 'notAPaper'
  /** A note that belongs to no paper. */
  | 'looseNote';

/** What is worth a sentence and costs nothing. */
export type RemarkKind =
  /** The name says one format, the content another. `detail` is the format it was read as. */
  | 'wrongExtension'
  /** It is no UTF-8 and was taken for Windows-1252: accents may be wrong. */
  | 'windows1252'
  /** It was UTF-16, as spreadsheets save. */
  | 'utf16'
  /** The last entry has no end: the file may have been cut off. */
  | 'noEnd'
  /** The archive ends too early: what stands before the cut was read. */
  | 'archiveCut'
  /** A field that has no home was too long to be kept. `detail` names it. */
  | 'extraTooLong'
  /** A text was longer than Offprint keeps, and was cut. `detail` names the field. */
  | 'textCut'
  /** A web page, of which the links were read. */
  | 'webPage';

/** Why nothing of a file was read. `detail` is what was seen in it. */
export type RefusalReason =
  | 'tooLarge'
  | 'empty'
  | 'webPage'
  | 'noPapers'
  | 'noPapersInJson'
  | 'noPapersInTable'
  | 'unknownBinary'
  | 'damagedArchive'
  | 'archiveTooLarge'
  | 'unreadable';

/** What a parser yields, entry by entry, as they stand in the text. */
export type Parsed =
  | ({ readonly kind: 'paper'; readonly line: number; readonly key?: string } & Omit<
      ImportedPaper,
      'places'
    >)
  | {
      readonly kind: 'damaged';
      readonly line: number;
      readonly key?: string;
      readonly reason: DamageReason;
      readonly detail?: string;
    }
  | {
      readonly kind: 'skipped';
      readonly line: number;
      readonly key?: string;
      readonly reason: SkipReason;
    }
  | { readonly kind: 'remark'; readonly remark: RemarkKind; readonly detail?: string };

/** A parser's steps: between two of them, none of which takes long, whoever reads may rest. `undefined` is a step without an entry. */
export type Steps = Generator<Parsed | undefined, void, undefined>;

/** What a format is recognised by. */
export interface Head {
  /** The beginning of the text, without byte order mark and white space before it. */
  readonly start: string;
  /** In lower case, without the dot; empty where there is none. */
  readonly extension: string;
}

/** A text to be parsed. */
export interface Document {
  readonly text: string;
  /** The name of its file, without folders and extension. */
  readonly name: string;
  /** That it is one note of many: what it mentions in passing is no entry. */
  readonly isInVault?: true;
}

/** One file format: one file in formats/, one line in formats/index.ts. */
export interface ImportFormat {
  /** As it is spoken of in code, and what its `extra` is kept under. */
  readonly id: string;
  /** The usual ends of a name, in lower case. */
  readonly extensions: readonly string[];
  /** Looks at the content, whatever the name says. */
  readonly recognises: (head: Head) => boolean;
  /** Pure: sees no store, no clock and no page. What is wrong with an entry costs that entry; nothing is thrown. */
  readonly parse: (document: Document) => Steps;
}

/** What was found in the sources, to be planned. */
export type Found =
  | ({ readonly kind: 'paper' } & ImportedPaper)
  | ({
      readonly kind: 'damaged';
      readonly reason: DamageReason;
      readonly detail?: string;
    } & Place)
  | ({ readonly kind: 'skipped'; readonly reason: SkipReason } & Place)
  | {
      readonly kind: 'remark';
      readonly file: string;
      readonly remark: RemarkKind;
      readonly detail?: string;
    }
  | {
      readonly kind: 'refused';
      readonly file: string;
      readonly reason: RefusalReason;
      readonly detail?: string;
      /** How it begins, or what its fields or columns are called. */
      readonly seen?: string;
    }
  /** Offprint's own backup, which is restored and not imported: see `readBackup`. */
  | { readonly kind: 'backup'; readonly file: string; readonly blob: Blob }
  /** A file that was recognised, before its entries. */
  | { readonly kind: 'file'; readonly file: string; readonly format: string };
