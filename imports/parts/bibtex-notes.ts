import { latexText } from './latex';
import { ownNote, readStatusIn } from './notes';

/** The field of a bag that names the one that the reader's note stood in: `comment` of JabRef. */
export const noteField = 'note-field';

/** The reader's notes of an entry, wherever their program keeps them. */
export interface BibNotes {
  readonly note?: string;
  /** What a machine wrote of where it came out. */
  readonly venue?: string;
  /** What machines wrote there, line by line. */
  readonly machine: readonly string[];
  /** What Zotero's *Extra* said of how far the reader is. */
  readonly status?: string;
  /** The field of their program's own in which they stood; absent where it was `annote`, or none. */
  readonly field?: string;
}

/** The fields of the programs' own that hold the reader's notes. */
export const notePlaces = ['annote', 'annotation', 'comment', 'review'] as const;
const places = [...notePlaces, 'note'] as const;

/** Gathers the notes of an entry; `note` is BibTeX's own, which bibliographies print, and stands last. */
export function bibNotes(fields: ReadonlyMap<string, string>): BibNotes {
  const parts = places.map((name) => ({ name, ...noteIn(name, fields.get(name)) }));
  const notes = [...new Set(parts.flatMap(({ note }) => note ?? []))];
  const machine = parts.flatMap((part) => part.machine);
  const venue = parts.map((part) => part.venue).find(Boolean);
  const status = readStatusIn(machine);
  const field = parts.find(({ note, name }) => note && name !== 'note')?.name;
  return {
    ...(notes.length ? { note: notes.join('\n\n') } : {}),
    ...(venue ? { venue } : {}),
    machine,
    ...(status ? { status } : {}),
    ...(field && field !== 'annote' ? { field } : {}),
  };
}

/** Reads one field of notes. */
export function noteIn(name: string, raw: string | undefined) {
  if (!raw || /^\s*\\url\{[^{}]*\}\s*$/.test(raw)) return ownNote(undefined);
  return ownNote(latexText(unwrapped(name, raw), { isNote: true }));
}

/** Editors of such files break long lines and indent what follows, which Markdown would take for code. */
function unwrapped(name: string, raw: string): string {
  if (name === 'note') return raw.replace(/(?<![^\S\n])[^\S\n]*\n[^\S\n]+(?=\S)/g, ' ');
  const indents = [...raw.matchAll(/\n([^\S\n]*)(?=\S)/g)].map(([, indent = '']) => indent);
  const least = indents.toSorted((one, other) => one.length - other.length)[0] ?? '';
  if (!/\t| {4}/.test(least) || !indents.every((one) => one.startsWith(least))) return raw;
  return raw.replaceAll(`\n${least}`, '\n');
}
