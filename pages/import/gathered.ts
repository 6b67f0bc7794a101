import type {
  DamageReason,
  Found,
  ImportedPaper,
  Place,
  RefusalReason,
  RemarkKind,
  SkipReason,
} from '../../imports/types';

/** A sentence that a file is worth, and how often. */
export interface Remark {
  readonly remark: RemarkKind;
  readonly detail: string;
  readonly count: number;
}

/** What became of a file that was given, or of those of one folder, archive and format together. */
export interface ReadFiles {
  /** Empty for what was pasted. */
  readonly name: string;
  readonly format: string;
  /** How many files. */
  readonly files: number;
  /** How many entries tell of papers. */
  readonly entries: number;
  readonly remarks: readonly Remark[];
}

/** An entry that was left out. */
export interface DamagedEntry extends Place {
  readonly reason: DamageReason;
  readonly detail?: string;
}

/** A file of which nothing was read. */
export interface RefusedFile {
  readonly file: string;
  readonly reason: RefusalReason;
  readonly detail?: string;
  readonly seen?: string;
}

/** Everything that was found in the files. */
export interface Gathered {
  readonly files: readonly ReadFiles[];
  readonly papers: readonly ImportedPaper[];
  readonly damaged: readonly DamagedEntry[];
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly refused: readonly RefusedFile[];
  /** Offprint's own. */
  readonly backups: readonly { readonly file: string; readonly blob: Blob }[];
}

interface Tally {
  readonly name: string;
  readonly format: string;
  readonly names: Set<string>;
  entries: number;
  readonly remarks: Map<string, Remark>;
}

/** Gathers what is found, file by file. */
export class Gathering {
  readonly #papers: ImportedPaper[] = [];
  readonly #damaged: DamagedEntry[] = [];
  readonly #skipped: Partial<Record<SkipReason, number>> = {};
  readonly #refused: RefusedFile[] = [];
  readonly #backups: { readonly file: string; readonly blob: Blob }[] = [];
  readonly #tallies = new Map<string, Tally>();
  readonly #current = new Map<string, Tally>();

  /** How many entries there were so far. */
  get entries(): number {
    return this.#papers.length + this.#damaged.length;
  }

  add(found: Found): void {
    if (found.kind === 'paper') {
      const { kind: _kind, ...paper } = found;
      this.#papers.push(paper);
      const tally = this.#current.get(paper.places[0]?.file ?? '');
      if (tally) tally.entries += 1;
    } else if (found.kind === 'damaged') {
      const { kind: _kind, ...entry } = found;
      this.#damaged.push(entry);
    } else if (found.kind === 'skipped')
      this.#skipped[found.reason] = (this.#skipped[found.reason] ?? 0) + 1;
    else if (found.kind === 'file') this.#begin(found);
    else if (found.kind === 'remark') this.#remark(found);
    else if (found.kind === 'backup') this.#backups.push({ file: found.file, blob: found.blob });
    else this.#refuse(found);
  }

  /** @param papers Each once; see `joinImported`. */
  result(papers: readonly ImportedPaper[]): Gathered {
    const files = [...this.#tallies.values()].map(({ names, remarks, ...tally }) => ({
      ...tally,
      files: names.size,
      remarks: [...remarks.values()],
    }));
    const inDamage = new Set(this.#damaged.map(({ file }) => topOf(file)));
    return {
      files: files.filter(({ name, entries }) => entries > 0 || inDamage.has(name)),
      papers,
      damaged: this.#damaged,
      skipped: this.#skipped,
      refused: this.#refused,
      backups: this.#backups,
    };
  }

  /** Each entry, as it stands in its file. */
  get papers(): readonly ImportedPaper[] {
    return this.#papers;
  }

  #begin({ file, format }: { readonly file: string; readonly format: string }): void {
    const name = topOf(file);
    const key = `${name}\n${format}`;
    const tally = this.#tallies.get(key) ?? {
      ...{ name, format, names: new Set<string>(), entries: 0 },
      remarks: new Map<string, Remark>(),
    };
    tally.names.add(file);
    this.#tallies.set(key, tally);
    this.#current.set(file, tally);
  }

  #remark({ file, remark, detail = '' }: Extract<Found, { kind: 'remark' }>): void {
    const remarks = this.#current.get(file)?.remarks;
    const key = `${remark}\n${detail}`;
    const count = (remarks?.get(key)?.count ?? 0) + 1;
    remarks?.set(key, { remark, detail, count });
  }

  /** A file that was recognised and held nothing is told as refused alone. */
  #refuse({ kind: _kind, ...refused }: Extract<Found, { kind: 'refused' }>): void {
    this.#refused.push(refused);
  }
}

/** The folder or the archive that a file lies in, or the file itself. */
function topOf(file: string): string {
  return file.split('/')[0] ?? '';
}
