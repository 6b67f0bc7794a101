import { describe, expect, it } from 'vitest';
import type { Reason } from '../../papers/ranking/reasons';
import { likelyWords, reasonWords, shortReasons } from '../../wording/likely';

const phrase: Reason = { kind: 'phrase', text: 'test-time compute', saved: 4, of: 5 };
const like = { id: 'arxiv:1', title: 'TMAS: trees of many agents that search, and what they find' };

describe('why a paper is likely, in words', () => {
  it('names what was kept, who made it, and a paper of the reader’s', () => {
    expect(
      likelyWords(2, [
        { ...phrase, like },
        { kind: 'organization', text: 'ByteDance', saved: 5, of: 8 },
        { kind: 'phrase', text: 'verifiers', saved: 2, of: 2 },
      ]),
    ).toBe(
      'Likely for you, because you saved 4 of 5 on “test-time compute”; ByteDance (5 of 8); “verifiers” (2 of 2); like “TMAS: trees of many agents that search, and what they find”',
    );
  });

  it('names the same with less around it where there is little room', () => {
    const author = { kind: 'author', text: 'Ada Lovelace', saved: 2, of: 2 } as const;
    expect(shortReasons([{ ...phrase, like }, author])).toBe(
      '“test-time compute” (4 of 5); by Ada Lovelace (2 of 2)',
    );
  });

  it.each([
    [0, ''],
    [1, 'Maybe for you'],
    [2, 'Likely for you'],
    [3, 'Very likely for you'],
    [4, ''],
  ])('calls step %s “%s”', (step, name) => expect(likelyWords(step)).toBe(name));

  it('says of authors and code whose they are, and nothing of the site', () => {
    expect(
      reasonWords([
        { kind: 'author', text: 'Ada Lovelace', saved: 2, of: 2 },
        { kind: 'codeOwner', text: 'pytorch', saved: 1, of: 2 },
        { kind: 'site', text: 'huggingface', saved: 9, of: 9 },
      ]),
    ).toBe('by Ada Lovelace (2 of 2); code by pytorch (1 of 2)');
  });

  it.each([
    ['A: B', 'A: B'],
    [`Short: ${'and so on '.repeat(9)}`, 'Short'],
    [`${'word '.repeat(20)}`, `${'word '.repeat(12).trim()} …`],
    ['x'.repeat(200), `${'x'.repeat(59)}…`],
  ])('cuts the title “%s”', (title, told) => {
    expect(reasonWords([{ ...phrase, like: { id: 'arxiv:1', title } }])).toBe(
      `you saved 4 of 5 on “test-time compute”; like “${told}”`,
    );
  });
});
