import { expect, it, vi } from 'vitest';
import { bibEntries } from '../../imports/parts/bibtex-entries';
import { LineCounter } from '../../imports/parts/lines';
import { fileOf, foundIn, ofKind } from '../support/imports';

it('tells lines, asked in rising order', () => {
  const lines = new LineCounter('a\nb\n\nc');
  expect([0, 1, 2, 3, 4, 5, 6].map((offset) => lines.at(offset))).toEqual([1, 1, 2, 2, 3, 4, 4]);
});

it('looks for the end of a line once, however often it is asked within', () => {
  const looked = vi.spyOn(String.prototype, 'indexOf');
  const lines = new LineCounter('x'.repeat(1000));
  for (let offset = 0; offset < 1000; offset += 1) lines.at(offset);
  const calls = looked.mock.calls.length;
  looked.mockRestore();
  expect(calls).toBe(1);
});

it('takes entries of a file of one line for none that are commented out, but those behind a sign for it', () => {
  const keysOf = (text: string) =>
    [...bibEntries(text)].flatMap((entry) => (entry ? [entry.key] : []));
  const one = '@misc{a, title = {T}} ';
  expect(keysOf(`${one.repeat(200)}\n % ${one}`)).toHaveLength(200);
  expect(keysOf(`% ${one}`)).toEqual([]);
});

it.each(['a.txt', 'a.md'])(
  'finds every link of a text that is one line, whole: %s',
  async (name) => {
    const ids = Array.from({ length: 5000 }, (_, at) => `2401.${String(at).padStart(5, '0')}`);
    const text = ids.map((id) => `https://arxiv.org/abs/${id} said somebody;`).join(' ');
    const head = name === 'a.md' ? '# List\n\n- [One](https://arxiv.org/abs/2401.00000)\n\n' : '';
    const papers = ofKind(await foundIn(fileOf(name, head + text)), 'paper');
    const found = new Set(papers.map(({ paper }) => paper.id));
    expect([...found]).toEqual(ids.map((id) => `arxiv:${id}`));
  },
);
