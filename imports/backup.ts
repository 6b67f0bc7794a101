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

async function readLines(lines: Lines): Promise<ReadBackup> {
  const gathered = new Gathered(backupFormat.version);
  const hash = new LongHash();
  let state: ReadBackup['state'] = 'cut';
  const pauses = new Pauses();
  for await (const { text, bytes, isEnded } of lines) {
    await pauses.due();
    const parsed = parsedLine(text);
    const end = text.startsWith('{"end"') ? v.safeParse(endLine, parsed) : undefined;
    if (end?.success) {
      const { records, sha256 } = end.output;
      const isSame = records === gathered.lines && sha256 === (await hash.digest());
      state = isSame ? 'whole' : 'changed';
      break;
    }
    if (parsed === undefined && !isEnded) break;
    hash.add(bytes);
    gathered.add(parsed);
  }
  return { ...gathered.result(), state };
}

/** What the lines of a file say, list by list. */
class Gathered {
  lines = 0;
  readonly #sections: ReturnType<typeof sectionsOf>;
  readonly #read = Object.fromEntries(
    sectionNames.map((name) => [name, [] as unknown[]]),
  ) as Record<SectionName, unknown[]>;
  readonly #damaged: Damaged[] = [];

  constructor(version: number) {
    this.#sections = sectionsOf(version);
  }

  /** @param parsed `undefined` where the line is no JSON. */
  add(parsed: unknown): void {
    this.lines += 1;
    const [name, entry] = Object.entries(v.is(entryLine, parsed) ? parsed : {})[0] ?? [];
    const section = sectionNames.find((one) => one === name);
    if (!section) {
      // A list that a later version of the same format may have added is no damage.
      if (name === undefined)
        this.#damaged.push({ place: String(this.lines + 1), name: '', reason: 'JSON' });
      return;
    }
    const at = this.#read[section].length;
    const checked = checkedEntry(section, at, entry, this.#sections[section], this.#damaged);
    if (checked !== undefined) this.#read[section].push(checked);
  }

  result(): Imported {
    return { contents: this.#read as unknown as Contents, damaged: this.#damaged };
  }
}

/** The version of the format, where the line is the first one of a backup of lines. */
function headOf(line: string): number | undefined {
  const head = v.safeParse(
    v.object({ format: v.literal(backupFormat.format), version: count }),
    parsedLine(line),
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
  const lines: string[] = [];
  for await (const { text } of linesIn(file)) lines.push(text);
  const whole = lines.join('\n');
  try {
    return { ...importJson(whole), state: 'whole' };
  } catch (error) {
    if (!(error instanceof ImportError) || error.code !== 'not-json') throw error;
    const document = documentLines(lines);
    if (!document) throw error;
    return { ...importJson(JSON.stringify(document)), state: 'cut' };
  }
}
