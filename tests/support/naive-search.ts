import type { PaperDetails, PaperRecord } from '../../papers/record';

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー\p{Extended_Pictographic}]/u;

/** A character of a word and what stands before it: nothing, `-` within a word, a blank, or `|`. */
interface Letter {
  readonly character: string;
  readonly gap: string;
  readonly kind: 'run' | 'letter' | 'digit';
}

/** The words of a text, letter by letter: slow, and as plain as can be. For texts without LaTeX, Greek and signs. */
export function naiveLetters(text: string): Letter[] {
  const letters: Letter[] = [];
  let between = '';
  const folded = text.normalize('NFKD').toLowerCase().normalize('NFKD');
  const plain = folded
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?!,?\d)/g, (all) => all.replaceAll(',', ''))
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i');
  for (const character of plain) {
    const isRun = unspaced.test(character);
    const kind = isRun ? 'run' : /\p{L}/u.test(character) ? 'letter' : 'digit';
    if (!isRun && !/[\p{L}\p{N}]/u.test(character)) between += character;
    else {
      letters.push({ character, kind, gap: gapOf(letters.at(-1), between, kind) });
      between = '';
    }
  }
  return letters;
}

/** As `naiveLetters` has them, with the gaps between them. */
export function naiveShown(text: string): string {
  return naiveLetters(text)
    .map(({ character, gap }, at) => (at ? gap : '') + character)
    .join('');
}

function gapOf(last: Letter | undefined, between: string, kind: Letter['kind']): string {
  if (!last || /[,;!?]/.test(between)) return '|';
  if (/\s/.test(between)) return between.includes(':') ? '|' : ' ';
  if (between) return '-';
  return kind === 'run' || kind !== last.kind ? '-' : '';
}

/** Whether a text holds a word or phrase, by the rules that docs/decisions/0014-comparing-words.md states. */
export function naiveHolds(text: string, wanted: string, isPhrase: boolean): boolean {
  const [all, parts] = [naiveLetters(text), naiveLetters(wanted)];
  return all.some(({ gap }, from) => gap !== '' && fits(all, from, parts, isPhrase));
}

function fits(all: Letter[], from: number, parts: Letter[], isPhrase: boolean): boolean {
  let begun = 0;
  const crossed: { at: number; gap: string }[] = [];
  for (const [at, { character, gap, kind }] of parts.entries()) {
    const found = all[from + at];
    if (found?.character !== character) return false;
    if (at === 0) continue;
    const last = parts[at - 1];
    const isSeam = gap === '-' && (kind === 'run' || last?.kind !== kind);
    const areDigits = kind === 'digit' && last?.kind === 'digit';
    if (areDigits && (gap === '') !== (found.gap === '')) return false;
    if (gap === '|' && found.gap === '') return false;
    if (gap !== '' && !isSeam) {
      begun = at;
      crossed.length = 0;
    } else if (found.gap === '|') return false;
    else if (found.gap === ' ' && crossed.length === 0 && spelled(parts, begun, at) === 'a')
      return false;
    else if (found.gap !== '' && !isSeam) crossed.push({ at, gap: found.gap });
  }
  const next = all[from + parts.length];
  if (next?.gap !== '') return true;
  if (isPhrase) return false;
  const [first, last] = [crossed[0], crossed.at(-1)];
  if (!first || !last) return true;
  const isLoose = crossed.some(({ gap }) => gap === ' ');
  const [isSmall, isEnough] = [
    spelled(parts, begun, first.at) === 'a',
    parts.length - last.at >= 4,
  ];
  return isLoose ? !isSmall && isEnough : !isSmall || isEnough;
}

function spelled(parts: readonly Letter[], from: number, to: number): string {
  return parts
    .slice(from, to)
    .map(({ character }) => character)
    .join('');
}

/** Everything of a paper that words are looked for in, best zone first. */
export function naiveTexts(record: PaperRecord, details?: PaperDetails, note = ''): string[][] {
  return [
    [record.title ?? record.id],
    [...record.tags, ...record.authors, record.organization ?? ''],
    [note],
    [details?.abstract ?? '', details?.aiSummary ?? '', ...(details?.aiKeywords ?? [])],
  ];
}
