import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTags, maxTagLength, tagHue, tagKey } from '../../papers/tags';

/** General punctuation named COMMA or SEMICOLON in UnicodeData.txt, with the two semicolons of Greek. */
const separators = [
  ...',;՝،؛߸፣፤᠂᠈⁏⸲⸴⸵⹁⹉⹌、꓾꘍꛵꛶︐︑︔﹐﹑﹔，；､',
  ...['\u037e', '\u0387', '\u{1144d}', '\u{1145a}', '\u{16e97}', '\u{1da87}', '\u{1da89}'],
  ...['\n', '\r\n', '\t', '\v', '\f', '\x85', '\u2028', '\u2029'],
];

const invisibles = [
  ...['\u00ad', '\u034f', '\u061c', '\u115f', '\u1160', '\u17b4', '\u17b5', '\u180b', '\u180e'],
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202a', '\u202e', '\u2060', '\u2064'],
  ...['\u2066', '\u2069', '\u206f', '\u3164', '\ufe00', '\ufe0e', '\ufe0f', '\ufeff', '\uffa0'],
  ...['\ufff9', '\ufffb', '\ufffc', '\u{1d173}', '\u{e0001}', '\u{e0061}', '\u{e007f}'],
  ...['\u{e0100}', '\u{e01ef}', '\0', '\x07', '\x7f', '\x9f', '\ud800', '\udc00', '\uffff'],
];

describe('a list of tags', () => {
  it.each(separators)('is cut at %j', (separator) => {
    expect(cleanTags([`rl${separator}強化 学習${separator} sft `])).toEqual([
      'rl',
      '強化 学習',
      'sft',
    ]);
  });

  it.each([
    ['強化学習、言語モデル', ['強化学習', '言語モデル']],
    ['rl; sft', ['rl', 'sft']],
    [',;、', []],
    ['rl, RL ,#rl', ['rl']],
    ['#rl #sft', ['rl', 'sft']],
    ['#rl#sft', ['rl', 'sft']],
    [' #world models  ＃rl #️⃣', ['world models', 'rl', '#️⃣']],
    ['\u200b#rl #', ['rl']],
    ['#c# #f#', ['c#', 'f#']],
    ['#強化学習　#言語', ['強化学習', '言語']],
    ['issue #12', ['issue #12']],
    ['C# notes', ['C# notes']],
  ])('%j is %j', (typed, tags) => {
    expect(cleanTags([typed])).toEqual(tags);
  });
});

describe('a name', () => {
  it.each([
    '#rl',
    '##rl',
    '# #rl',
    '#  # rl',
    '＃rl',
    '﹟rl',
    ' #＃ rl',
    '\u200b#\u200brl',
    '#\u2800rl',
  ])('%j is the tag rl', (typed) => {
    expect(cleanTags([typed])).toEqual(['rl']);
    expect(tagKey(typed)).toBe('rl');
  });

  it.each(invisibles)('loses %j wherever it stands', (invisible) => {
    const typed = `${invisible}#${invisible}world${invisible} mo${invisible}dels${invisible}`;
    expect(cleanTags([typed, invisible, invisible.repeat(3)])).toEqual(['world models']);
    expect(tagKey(typed)).toBe('world models');
  });

  it.each([
    '',
    ' ',
    '#',
    '# # ＃',
    '\u3000',
    '\u2800',
    '\u0301',
    '\u200d\ufe0f',
    '#\u3164',
    '\u{e0020}\u{e007f}',
  ])('%j is none', (typed) => {
    expect(cleanTags([typed])).toEqual([]);
    expect(tagKey(typed)).toBe('');
  });

  it.each([
    'C#',
    'F# notes',
    'rl/offline',
    '#️⃣',
    '👩‍💻',
    '🏳️‍🌈',
    '👩🏽‍🔬',
    '❤️',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'می‌خواهم',
    'ക്‍ഷ',
    '葛󠄀城',
    'e\u0301'.normalize('NFC'),
  ])('%j stays as it is written', (typed) => {
    expect(cleanTags([typed])).toEqual([typed]);
  });

  it.each([
    ['❤️', '❤'],
    ['می‌خواهم', 'میخواهم'],
    ['ＲＬ', 'rl'],
    ['e\u0301cole', 'École'],
  ])('%j and %j are one tag, in the first spelling', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other));
    expect(tagHue(one)).toBe(tagHue(other));
    expect(cleanTags([one, other])).toEqual([one.normalize('NFC')]);
  });

  it.each([
    ['\u{11cba}\u180e\ufe0f', '\u{11cba}'],
    ['ᠠ\u180e\u180b', 'ᠠ'],
    ['ا\u061c\u200dب', 'اب'],
    ['ᠠ\u180b', 'ᠠ\u180b'],
  ])('%j keeps what acts on a letter, not what follows another unseen character', (tag, clean) => {
    expect(cleanTags([tag])).toEqual([clean]);
    expect(cleanTags([clean])).toEqual([clean]);
  });

  it('that is too long is cut between characters', () => {
    const [tag = ''] = cleanTags([`${'x'.repeat(maxTagLength - 1)}😀`]);
    expect(tag).toBe('x'.repeat(maxTagLength - 1));
  });
});

it('cleaning tags once more changes nothing, and no tag is without a key or has another’s', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...separators,
      ...invisibles,
      '#',
      '＃',
      ' ',
      '\u2800',
      '👩',
      '❤',
      '葛',
      'म',
      '्',
      'ا',
      'ᠠ',
      '\u180b',
      '\u180e',
      '\u061c',
      '\ufe0f',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const typed = fc.array(piece, { maxLength: 130 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 3 }), (tags) => {
      const clean = cleanTags(tags);
      expect(cleanTags(clean)).toEqual(clean);
      expect(cleanTags([clean.join(', ')])).toEqual(clean);
      const keys = clean.map(tagKey);
      expect(new Set(keys).size).toBe(clean.length);
      expect(keys).not.toContain('');
      for (const tag of clean) expect(tag.length).toBeLessThanOrEqual(maxTagLength);
    }),
    { numRuns: 100 },
  );
});
