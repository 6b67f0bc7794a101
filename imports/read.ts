import { backupFormat } from '../exports/backup';
import { Pauses } from '../lib/slices';
import { formats } from './formats';
import { linesIn } from './lines';
import { ArchiveError, gunzip, unzip } from './parts/archives';
import { decode } from './parts/decode';
import { most } from './parts/limits';
import { isBlank, refusalOf } from './parts/refusal';
import { seenIn } from './parts/seen';
import type { Document, Found, Head, ImportFormat, ImportSource, RefusalReason } from './types';

/** By how much of a text its format is told, in characters. */
const headLength = 65_536;

/** How many entries may be damaged before the first one is whole: a file of more is none of papers. */
const mostDamaged = 500;

/** Stops reading between two entries. */
export interface Reading {
  readonly signal?: AbortSignal;
}

/**
 * Reads files one after the other, whatever they are called: each is told by its content and parsed in slices that
 * leave the page alive. What cannot be read is told as well; nothing is thrown.
 */
export async function* readSources(
  sources: readonly ImportSource[],
  { signal }: Reading = {},
): AsyncGenerator<Found, void, undefined> {
  const pauses = new Pauses();
  const isVault = sources.filter(({ name }) => /\.(?:md|markdown)$/i.test(name)).length > 1;
  for (const source of sources) {
    if (signal?.aborted) return;
    const file = source.name;
    if (source.blob.size > most.file) yield refused(file, 'tooLarge');
    else {
      const bytes = await bytesOf(source.blob);
      if (!bytes) yield refused(file, 'unreadable');
      else if (await isBackup(source.blob, bytes))
        yield { kind: 'backup', file, blob: source.blob };
      else yield* readBytes(file, bytes, { pauses, isVault, signal });
    }
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  }
}

function refused(file: string, reason: RefusalReason, detail?: string): Found {
  return { kind: 'refused', file, reason, ...(detail ? { detail } : {}) };
}

/** A text that is no list, with what was seen in it. */
function withoutPapers(file: string, start: string): Found {
  const { kind, words } = seenIn(start);
  const reasons = { json: 'noPapersInJson', table: 'noPapersInTable', words: 'noPapers' } as const;
  return { kind: 'refused', file, reason: reasons[kind], ...(words ? { seen: words } : {}) };
}

/** What goes along while a source is read. */
interface Way {
  /** One for all files: many small ones are read like a large one. */
  readonly pauses: Pauses;
  readonly isVault: boolean;
  readonly signal: AbortSignal | undefined;
}

async function* readBytes(file: string, bytes: Uint8Array, way: Way): AsyncGenerator<Found> {
  const [first, second, third] = bytes;
  try {
    if (first === 0x1f && second === 0x8b) {
      const { bytes: inner, isCut } = await gunzip(bytes);
      const name = file.replace(/\.gz$/i, '');
      yield* readText(name, inner, way);
      if (isCut) yield { kind: 'remark', file: name, remark: 'archiveCut' };
    } else if (first === 0x50 && second === 0x4b && (third === 3 || third === 5))
      yield* readArchive(file, bytes, way);
    else yield* readText(file, bytes, way);
  } catch (error) {
    yield refused(file, error instanceof ArchiveError ? error.reason : 'unreadable');
  }
}

/** Many notes in an archive are a vault: of those without a paper nothing is said. */
async function* readArchive(file: string, bytes: Uint8Array, way: Way): AsyncGenerator<Found> {
  const { files: inner, isCut } = await unzip(bytes);
  const notes = inner.filter(({ name }) => /\.(?:md|markdown)$/i.test(name));
  const isVault = way.isVault || notes.length > 1;
  let isEmpty = true;
  let last = '';
  for (const { name, bytes: content } of inner) {
    if (way.signal?.aborted) return;
    if (!content) {
      yield { kind: 'damaged', file: `${file}/${name}`, line: 1, reason: 'unreadable' };
      continue;
    }
    for await (const found of readText(`${file}/${name}`, content, { ...way, isVault })) {
      if (found.kind === 'refused') continue;
      isEmpty &&= found.kind === 'file';
      if (found.kind === 'file') last = found.file;
      yield found;
    }
  }
  if (isCut && last) yield { kind: 'remark', file: last, remark: 'archiveCut' };
  if (isEmpty) yield refused(file, 'noPapers', 'zip');
}

async function* readText(file: string, bytes: Uint8Array, way: Way): AsyncGenerator<Found> {
  if (await isBlank(bytes)) {
    yield refused(file, 'empty');
    return;
  }
  const binary = refusalOf(bytes);
  if (binary) {
    yield refused(file, binary.reason, binary.detail);
    return;
  }
  const { text: decoded, remark } = await decode(bytes);
  const text = await withLineFeeds(decoded.replace(/^\uFEFF/, ''), way.pauses);
  const head = { start: text.slice(0, headLength).trimStart(), extension: extensionOf(file) };
  const format = formats.find((one) => recognises(one, head));
  if (!format || /^[[{]/.test(head.start) === (format.id === 'text')) {
    const isJson = /^[[{]/.test(head.start);
    if (!format || isJson) {
      yield withoutPapers(file, head.start);
      return;
    }
  }
  yield { kind: 'file', file, format: format.id };
  if (remark) yield { kind: 'remark', file, remark };
  if (isWrongExtension(format, head))
    yield { kind: 'remark', file, remark: 'wrongExtension', detail: format.id };
  const name =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? '';
  const document: Document = { text, name, ...(way.isVault ? { isInVault: true as const } : {}) };
  yield* parsed(file, format, document, way);
}

/** Lines of old Macs end in a carriage return alone, which only some formats' readers know. */
async function withLineFeeds(text: string, pauses: Pauses): Promise<string> {
  if (text.includes('\n') || !text.includes('\r')) return text;
  let lines = '';
  for (let at = 0; at < text.length; at += headLength) {
    lines += text.slice(at, at + headLength).replaceAll('\r', '\n');
    await pauses.due();
  }
  return lines;
}

/** A format that stumbles over a head does not know it. */
function recognises(format: ImportFormat, head: Head): boolean {
  try {
    return format.recognises(head);
  } catch {
    return false;
  }
}

async function* parsed(
  file: string,
  format: ImportFormat,
  document: Document,
  { pauses, signal, isVault }: Way,
): AsyncGenerator<Found> {
  let isEmpty = true;
  let damaged = 0;
  try {
    for (const step of format.parse(document)) {
      damaged +=
        step?.kind === 'damaged' ? 1 : step?.kind === 'paper' ? Number.NEGATIVE_INFINITY : 0;
      if (damaged > mostDamaged) break;
      if (step?.kind === 'paper') {
        const { line, key, ...paper } = step;
        yield { ...paper, places: [{ file, line, ...(key ? { key } : {}) }] };
      } else if (step) yield { ...step, file } as Found;
      if (step && step.kind !== 'remark') isEmpty = false;
      if (signal?.aborted) return;
      await pauses.due();
    }
  } catch {
    yield { kind: 'damaged', file, line: 1, reason: 'unreadable' };
    return;
  }
  if (damaged > mostDamaged) yield refused(file, 'unreadable', format.id);
  if (!isEmpty || (isVault && format.id === 'markdown')) return;
  if (format.id === 'web-page') yield refused(file, 'webPage', format.id);
  else if (format.id === 'text' || format.id === 'csv')
    yield withoutPapers(file, document.text.slice(0, headLength).trimStart());
  else yield refused(file, 'noPapers', format.id);
}

/** A backup says so in its first line, compressed or not. */
async function isBackup(blob: Blob, bytes: Uint8Array): Promise<boolean> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const start = isPacked
      ? (await linesIn(blob).next()).value?.text
      : new TextDecoder().decode(bytes.subarray(0, 500));
    const first = (start ?? '')
      .slice(0, 500)
      .replace(/^\uFEFF/, '')
      .trimStart();
    return new RegExp(`^\\{\\s*"format"\\s*:\\s*"${backupFormat.format}"`).test(first);
  } catch {
    return false;
  }
}

function extensionOf(file: string): string {
  return /\.([a-z\d]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
}

/** The end of a name that belongs to another format: `.txt` says nothing. */
function isWrongExtension(format: ImportFormat, { extension }: Head): boolean {
  if (format.extensions.includes(extension) || ['', 'txt', 'text'].includes(extension))
    return false;
  return formats.some(({ extensions }) => extensions.includes(extension));
}
