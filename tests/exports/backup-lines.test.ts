import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '../../exports/backup-file/lines';
import { recordJson } from '../../exports/backup-file/record-json';

const text = fc.string({ unit: fc.constantFrom('a', 'é', 'λ', '家', '😀', '\ud800', '"', '\n') });

it('has a line of UTF-8 for each record, whatever its letters take', () => {
  const records = fc.array(fc.record({ id: text, title: text, tags: fc.array(text) }));
  fc.assert(
    fc.property(fc.constantFrom('papers', '"é'), records, (name, list) => {
      const lines = list.map((one) => `{${JSON.stringify(name)}:${recordJson(one)}}\n`);
      expect(new TextDecoder().decode(linesOf(name, list))).toBe(lines.join(''));
    }),
  );
});

it('has room for a page of the longest letters', () => {
  const list = Array.from({ length: 200 }, (_, at) => ({ id: String(at), note: '家'.repeat(900) }));
  const lines = new TextDecoder().decode(linesOf('notes', list)).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(list.map((notes) => ({ notes })));
});
