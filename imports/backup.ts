import * as v from 'valibot';
import { backupFormat } from '../exports/backup';
import { LongHash } from '../lib/long-hash';
import { Pauses } from '../lib/slices';
import { count } from '../papers/schema';
import type { Contents } from '../store/backup/contents';
import { type SectionName, sectionNames } from '../store/backup/sections';
import { documentLines } from './document-lines';
import { sectionsOf } from './entries';
import { checkedEntry, type Damaged, ImportError, type Imported, importJson } from './json';
import { linesIn } from './lines';
import { most } from './parts/limits';

/** A backup as it was read. */
export interface ReadBackup extends Imported {
  /** `cut` of a file that ends too early, `changed` of one that is not as it was written: what could be read is there. */
  readonly state: 'whole' | 'cut' | 'changed';
}

/**
 * Reads a backup of any version, compressed or not, without keeping the page busy for longer than a slice. Every entry
 * is checked by itself; a file that was cut off gives what stands before the cut.
 * @throws ImportError when the file is of another kind or of a newer version.
 */
export async function readBackup(file: Blob): Promise<ReadBackup> {
  const lines = linesIn(file);
  const first = await lines.next();
  const head = first.done ? undefined : headOf(first.value.text);
  if (head === undefined) return readDocument(file);
  if (head > backupFormat.version) throw new ImportError('newer', String(head));
  return head < backupFormat.version ? readDocument(file) : readLines(lines);
}

type Lines = ReturnType<typeof linesIn>;

const entryLine = v.record(v.string(), v.unknown());
const endLine = v.object({ end: v.literal(true), records: count, sha256: v.string() });

/** How long a record may be, in bytes: more than what one decision on a hundred thousand papers takes. */
const longestRecord = 8_000_000;

async function readLines(lines: Lines): Promise<ReadBackup> {
  const gathered = new Gathered(backupFormat.version);
  const hash = new LongHash();
  let state: ReadBackup['state'] = 'cut';
  let read = 0;
  const pauses = new Pauses();
  for await (const { text, bytes, isEnded } of lines) {
    await pauses.due();
    const parsed = bytes.length > longestRecord ? undefined : parsedLine(text);
    const end = text.startsWith('{"end"') ? v.safeParse(endLine, parsed) : undefined;
    if (end?.success) {
      const { records, sha256 } = end.output;
      const isSame = records === read && sha256 === (await hash.digest());
      state = isSame ? 'whole' : 'changed';
      break;
    }
    if (parsed === undefined && !isEnded) break;
    hash.add(bytes);
    read += 1;
    const [name, entry] = Object.entries(v.is(entryLine, parsed) ? parsed : {})[0] ?? [];
    gathered.add(name, entry, String(read + 1));
  }
  return { ...gathered.result(), state };
}

/** What the lines of a file say, list by list. */
class Gathered {
  readonly #sections: ReturnType<typeof sectionsOf>;
  readonly #read = Object.fromEntries(
    sectionNames.map((name) => [name, [] as unknown[]]),
  ) as Record<SectionName, unknown[]>;
  readonly #places = new Map<SectionName, number>();
  readonly #damaged: Damaged[] = [];

  constructor(version: number) {
    this.#sections = sectionsOf(version);
  }

  /**
   * @param name Of the list; `undefined` where the line is no record.
   * @param line Where the record stands.
   * @throws ImportError when the file is none of records.
   */
  add(name: string | undefined, entry: unknown, line: string): void {
    if (name === undefined) this.#damaged.push({ place: line, name: '', reason: 'JSON' });
    if (this.#damaged.length > mostDamaged) throw new ImportError('damaged', line);
    // A list that a later version of the same format may have added is no damage.
    const section = sectionNames.find((one) => one === name);
    if (!section) return;
    const at = this.#places.get(section) ?? 0;
    this.#places.set(section, at + 1);
    const checked = checkedEntry(section, at, entry, this.#sections[section], this.#damaged);
    if (checked !== undefined) this.#read[section].push(checked);
  }

  result(): Imported {
    return { contents: this.#read as unknown as Contents, damaged: this.#damaged };
  }
}

/** How many entries may be damaged: a file of more is made up, to fill the memory. */
const mostDamaged = 10_000;

/** The version of the format, where the line is the first one of a backup of lines. */
function headOf(line: string): number | undefined {
  return versionIn(parsedLine(line));
}

function versionIn(value: unknown): number | undefined {
  const head = v.safeParse(
    v.object({ format: v.literal(backupFormat.format), version: count }),
    value,
  );
  return head.success ? head.output.version : undefined;
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Versions 1 and 2 are one document, which holds a record a line all the same. */
async function readDocument(file: Blob): Promise<ReadBackup> {
  const lines = await documentOf(file);
  const first = lines.find((line) => line.trim())?.replace(/^\uFEFF/, '');
  if (first !== undefined && !/^\s*\{/.test(first)) throw new ImportError('not-offprint', '');
  const document = documentLines(lines);
  const version = versionIn(document?.head);
  if (!document || version === undefined || version >= backupFormat.version)
    return { ...importJson(lines.join('\n')), state: 'whole' };
  const { entries, isWhole } = document;
  const sections = sectionsOf(version);
  const missing = sectionNames.find(
    (name) => !sections[name].isOptional && !lines.includes(`"${name}":[`),
  );
  if (isWhole && missing) throw new ImportError('damaged', missing);
  const gathered = new Gathered(version);
  const pauses = new Pauses();
  for (const { name, entry, line } of entries) {
    gathered.add(entry === undefined ? undefined : name, entry, String(line));
    await pauses.due();
  }
  return { ...gathered.result(), state: isWhole ? 'whole' : 'cut' };
}

/** How much of a file is read before it is known for a backup, in characters. */
const mostOfAny = 2_000_000;

/** @throws ImportError of a file that is larger than a document of Offprint's was, or begins as none does. */
async function documentOf(file: Blob): Promise<string[]> {
  const lines: string[] = [];
  let length = 0;
  for await (const { text } of linesIn(file)) {
    lines.push(text);
    length += text.length + 1;
    const isKnown = lines[0]?.includes(`"${backupFormat.format}"`) ?? false;
    if (length > (isKnown ? most.unpacked : mostOfAny)) throw new ImportError('not-offprint', '');
  }
  return lines;
}
