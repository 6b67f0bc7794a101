import { tidy } from '../../papers/text';

/** How much of a text is told, in characters. */
const told = 60;
/** How many names of fields or columns are. */
const named = 4;

/** What was seen in a text that holds no paper. */
export interface Seen {
  readonly kind: 'json' | 'table' | 'words';
  /** The first names of its fields or columns, or its first words. */
  readonly words: string;
}

/** Tells what a text without papers looks like, for the sentence that refuses it. */
export function seenIn(start: string): Seen {
  if (/^[[{]/.test(start)) {
    const names = [...start.matchAll(/"((?:[^"\\]|\\.){1,60})"\s*:/g)].map(([, name]) => name);
    return { kind: 'json', words: shortened([...new Set(names)].slice(0, named).join(', ')) };
  }
  const [header = '', row = ''] = start.split(/\r?\n/).filter((line) => line.trim());
  const separator = ['\t', ';', ','].find(
    (sign) => header.split(sign).length > 1 && header.split(sign).length === row.split(sign).length,
  );
  if (separator === undefined) return { kind: 'words', words: shortened(tidy(header)) };
  const columns = header.split(separator).map((name) => tidy(name.replaceAll('"', '')));
  return { kind: 'table', words: shortened(columns.slice(0, named).join(', ')) };
}

function shortened(words: string): string {
  return words.length > told ? `${words.slice(0, told).trimEnd()} …` : words;
}
