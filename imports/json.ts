import * as v from 'valibot';
import { backupFormat } from '../exports/backup';
import { count } from '../papers/schema';
import type { Contents } from '../store/backup/contents';
import { type SectionName, sectionNames } from '../store/backup/sections';
import { type Section, sectionsOf } from './entries';

/** Why a file was refused whole. */
export type ImportErrorCode = 'not-json' | 'not-offprint' | 'newer' | 'damaged';

/** A file that was refused; nothing of it was taken. */
export class ImportError extends Error {
  constructor(
    readonly code: ImportErrorCode,
    /** Where in the file: `papers`, or what the JSON parser says. */
    readonly place: string,
  ) {
    super(`${code}: ${place}`);
    this.name = 'ImportError';
  }
}

/** An entry of a file that cannot be used; the others can. */
export interface Damaged {
  /** Where in the file, counted from one: `papers 12 title`. */
  readonly place: string;
  /** The title or the id of what it is about, where that can be told; else ''. */
  readonly name: string;
  /** What is wrong, in the words of the checker. */
  readonly reason: string;
}

/** What a backup file holds. */
export interface Imported {
  readonly contents: Contents;
  readonly damaged: readonly Damaged[];
}

/** The last version that was one JSON document. */
const lastVersion = 2;

/**
 * Reads a file of version 1 or 2, which is one JSON document. Every entry is checked by itself: what is wrong with one costs
 * that one.
 * @throws ImportError when the file is cut off, of another kind or of a newer version.
 */
export function importJson(file: string): Imported {
  const parsed = parseJson(file);
  const head = v.safeParse(
    v.object({ format: v.literal(backupFormat.format), version: count }),
    parsed,
  );
  if (!head.success) throw new ImportError('not-offprint', '');
  const { version } = head.output;
  if (version > lastVersion) throw new ImportError('newer', String(version));
  const sections = sectionsOf(version);
  const damaged: Damaged[] = [];
  const read = sectionNames.map((name) => {
    const entries = entriesOf(parsed as Readonly<Record<string, unknown>>, name, sections[name]);
    return [name, checked(name, entries, sections[name], damaged)];
  });
  return { contents: Object.fromEntries(read) as unknown as Contents, damaged };
}

function entriesOf(
  parsed: Readonly<Record<string, unknown>>,
  name: SectionName,
  { isOptional }: Section,
): readonly unknown[] {
  const entries = parsed[name] ?? (isOptional ? [] : undefined);
  if (!Array.isArray(entries)) throw new ImportError('damaged', name);
  return entries;
}

function checked(
  name: SectionName,
  entries: readonly unknown[],
  section: Section,
  damaged: Damaged[],
): unknown[] {
  return entries.flatMap(
    (entry, index) => checkedEntry(name, index, entry, section, damaged) ?? [],
  );
}

/**
 * One entry of a list as it may be stored.
 * @param index Its place in the list, from zero.
 * @param damaged Gets what is wrong with it.
 * @returns `undefined` where it cannot be used.
 */
export function checkedEntry(
  name: SectionName,
  index: number,
  entry: unknown,
  { entry: schema }: Section,
  damaged: Damaged[],
): unknown {
  const result = v.safeParse(schema, entry, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = (issue.path ?? []) as readonly { readonly key: unknown }[];
  const keys = path.map(({ key }) => (typeof key === 'number' ? key + 1 : String(key)));
  const place = [name, index + 1, ...keys].join(' ');
  damaged.push({ place, name: nameOf(entry), reason: issue.message });
  return undefined;
}

function nameOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return '';
  const { title, name, id } = entry as Readonly<Record<string, unknown>>;
  return ([title, name, id].find((one) => typeof one === 'string' && one !== '') as string) ?? '';
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(file.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportError('not-json', error instanceof Error ? error.message : '');
  }
}
