import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';

const all = Object.entries(messages).map(([key, { message }]) => [key, message] as const);
const texts = new Map<string, string>(all);

/** Each message of a count, with its singular and its plural. */
const counted = all.flatMap(([key, other]) => {
  const base = /^(.+)_other$/.exec(key)?.[1];
  return base === undefined ? [] : [{ base, one: texts.get(`${base}_one`), other }];
});

/** The keys of the messages that a pattern finds. */
const keysOf = (pattern: RegExp, but: readonly string[] = []) =>
  all.filter(([key, text]) => pattern.test(text) && !but.includes(key)).map(([key]) => key);

describe('the catalogue', () => {
  it('is read by these rules at all', () => {
    expect(counted.length).toBeGreaterThan(100);
  });

  it('has a singular for every plural, and a plural for every singular', () => {
    expect(counted.filter(({ one }) => one === undefined).map(({ base }) => base)).toEqual([]);
    const lonely = all
      .map(([key]) => /^(.+)_one$/.exec(key)?.[1])
      .filter((base) => base !== undefined && !texts.has(`${base}_other`));
    expect(lonely).toEqual([]);
  });

  it('says of what a count is, after the number', () => {
    const bare = counted.flatMap(({ base, one = '', other }) =>
      [one, other]
        .filter((text) => /\$1/.test(text) && !/\$1\P{L}*\p{L}/u.test(text))
        .map(() => base),
    );
    expect(bare).toEqual([]);
  });

  it('has no “1 papers”', () => {
    const wrong = counted.filter(({ one = '', other }) => {
      const [plural] = /\$1 (?:\p{L}+ )?\p{L}+s\b/u.exec(other) ?? [];
      return plural !== undefined && one.includes(plural);
    });
    expect(wrong.map(({ base }) => base)).toEqual([]);
  });

  it('has no verb with a colon in place of a sentence, and no label that ends with one', () => {
    expect(keysOf(/^(?!Offprint:)[\p{L} ]+: “?\$1”?$/u)).toEqual([]);
    // What search understands, and the reasons that a site or a reader gave, follow theirs.
    expect(keysOf(/:$/, ['searchUnknownOperator'])).toEqual([]);
  });

  it('names no key by its letter, since the reader can choose another', () => {
    // The units that a date in a search may have: 7d, 2w, 3m, 1y; and names of one letter.
    expect(keysOf(/(?<![\p{L}\p{N}“’.-])[b-hj-z](?![\p{L}\p{N}”’-])/u)).toEqual([]);
  });

  it('has one name for a thing', () => {
    const others = [
      /not for me/i,
      /take[ns]? back/i,
      /left for later/i,
      /among those to read next/i,
    ];
    for (const name of others) expect(keysOf(name)).toEqual([]);
  });

  it('says nothing in the words of its making', () => {
    const made =
      /\b(?:index|stores?|workers?|records?|transactions?|database|cache|payload|referrer|facets?)\b/i;
    expect(keysOf(made)).toEqual([]);
  });
});
