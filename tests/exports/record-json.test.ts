import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordJson } from '../../exports/backup-file/record-json';
import { canonical } from '../../papers/words/stamp';

it('is the JSON that two equal records share, whatever their keys are called', () => {
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('10', '9', '__proto__', 'constructor', 'b', 'a'),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 5 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(key, value, { maxKeys: 6 }), (record) => {
      expect(recordJson(record)).toBe(canonical(record));
    }),
    { numRuns: 1000 },
  );
});

it('keeps the order of the alphabet where the language has another one', () => {
  expect(recordJson({ b: { 9: 1, 10: 2 }, a: [{ d: 1, c: [undefined] }] })).toBe(
    '{"a":[{"c":[null],"d":1}],"b":{"10":2,"9":1}}',
  );
});
