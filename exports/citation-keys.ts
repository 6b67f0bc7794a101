import { line, type OutgoingPaper, personsOf, yearOf } from './outgoing';

/** The pattern until the reader sets another. */
export const defaultKeyPattern = '[auth][year][shorttitle]';

/** The parts that a pattern may name, as JabRef and Better BibTeX call them. */
export const keyParts = ['auth', 'authors', 'year', 'shorttitle', 'title', 'arxiv'] as const;
type KeyPart = (typeof keyParts)[number];

const little = new Set(
  'a an and are as at be by do for from how in is it of on or the to towards via we what when where with without'.split(
    ' ',
  ),
);

/**
 * Gives each paper of a file a key of ASCII letters and digits that no other in it has.
 * @param taken The keys of the papers before, in small letters; grows with each.
 * @returns The first of `keysFor` that is free.
 */
export function citationKey(paper: OutgoingPaper, pattern: string, taken: Set<string>): string {
  for (const key of keysFor(paper, pattern)) {
    if (taken.has(key.toLowerCase())) continue;
    taken.add(key.toLowerCase());
    return key;
  }
  return paper.id;
}

/** The keys that a paper may have, the best one first: the one that it has already, else one after the pattern; then with b, c, … behind it. */
export function* keysFor(paper: OutgoingPaper, pattern: string): Generator<string, void> {
  const { citationKey: own } = paper;
  const base = own && isKey(own) ? own : keyAfter(paper, pattern) || 'paper';
  yield base;
  for (let count = 1; ; count++) yield base + suffix(count);
}

/** Tells whether every program takes the text for a key; see "citation keys" in biber's and JabRef's manuals. */
export function isKey(text: string): boolean {
  return /^[^\s"#%'(),={}~\\]{1,200}$/.test(text);
}

/**
 * What is wrong with a pattern that the reader typed.
 * @returns The first part that is none of `keyParts`, or `undefined` where the pattern can be used.
 */
export function unknownPart(pattern: string): string | undefined {
  const parts = [...pattern.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part);
  return parts.find((part) => !keyParts.some((known) => known === part));
}

function keyAfter(paper: OutgoingPaper, pattern: string): string {
  return pattern
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      Object.hasOwn(partsOf, part) ? partsOf[part as KeyPart](paper) : '',
    )
    .replace(/[^\w:.+/-]/g, '');
}

const partsOf: Readonly<Record<KeyPart, (paper: OutgoingPaper) => string>> = {
  auth: (paper) => familiesOf(paper, 1)[0] || 'paper',
  authors: (paper) => familiesOf(paper, 3).join(''),
  year: (paper) => yearOf(paper) ?? '',
  shorttitle(paper) {
    const words = wordsOf(paper);
    return (words.find((word) => !little.has(word)) ?? words[0] ?? '').slice(0, 40);
  },
  title: (paper) =>
    wordsOf(paper)
      .filter((word) => !little.has(word))
      .slice(0, 6)
      .join('')
      .slice(0, 80),
  arxiv: ({ id }) => ascii(id.startsWith('arxiv:') ? id.slice(6) : ''),
};

/** Of the first authors. */
function familiesOf({ id, authors = [] }: OutgoingPaper, most: number): string[] {
  const families: string[] = [];
  for (const name of authors) {
    for (const person of personsOf({ id, authors: [name] }))
      families.push(ascii('literal' in person ? person.literal : person.family));
    if (families.length >= most) break;
  }
  return families;
}

/** Of the title. */
function wordsOf({ title = '' }: OutgoingPaper): string[] {
  return line(title)
    .split(/[^\p{L}\p{N}]+/u)
    .map(ascii)
    .filter(Boolean);
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function ascii(text: string): string {
  if (/^[a-z\d]*$/i.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? '')
    .replace(/[^a-z0-9]/g, '');
}

/** b, c, … z, ba, bb, …: the first paper of a key has none. */
function suffix(count: number): string {
  const rest = Math.floor(count / 26);
  return (rest ? suffix(rest) : '') + String.fromCharCode(97 + (count % 26));
}
