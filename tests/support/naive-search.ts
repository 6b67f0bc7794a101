import type { PaperDetails, PaperRecord } from '../../papers/record';

const unspaced =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー\p{Extended_Pictographic}])/u;

/** The words of a text, one by one: slow, and as plain as can be. */
export function naiveWords(text: string): string[] {
  const words: string[] = [];
  let last = '';
  for (const character of text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')) {
    const kind = unspaced.test(character) ? 'run' : /[\p{L}\p{N}]/u.test(character) ? 'word' : '';
    if (kind && kind === last) words[words.length - 1] += character;
    else if (kind) words.push(character);
    last = kind;
  }
  return words;
}

/** Whether a text holds a word or phrase, by the rule that docs/decisions/0004-search.md states. */
export function naiveHolds(text: string, wanted: string, isPhrase: boolean): boolean {
  const [words, parts] = [naiveWords(text), naiveWords(wanted)];
  return words.some((_, from) =>
    parts.every((part, index) => {
      const word = words[from + index];
      if (word === undefined) return false;
      const [isFirst, isLast, isRun] = [
        index === 0,
        index === parts.length - 1,
        unspaced.test(part),
      ];
      const mayBegin = isFirst && isRun;
      const mayGoOn = isLast && (isRun || !isPhrase);
      if (mayBegin && mayGoOn) return word.includes(part);
      if (mayBegin) return word.endsWith(part);
      return mayGoOn ? word.startsWith(part) : word === part;
    }),
  );
}

/** Everything of a paper that words are looked for in, best zone first. */
export function naiveTexts(record: PaperRecord, details?: PaperDetails, note = ''): string[][] {
  return [
    [record.title ?? record.id],
    [
      record.tags.join(' , '),
      record.authors.join(' , '),
      record.organization ?? '',
      [record.id, ...(record.aliases ?? [])].join(' , '),
    ],
    [note],
    [details?.abstract ?? '', details?.aiSummary ?? '', details?.aiKeywords?.join(' , ') ?? ''],
  ];
}
