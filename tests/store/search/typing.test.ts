import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SearchSession } from '../../../store/search/session';
import { save, whole } from '../../support/search';
import { readSearchIndex, search } from '../../support/search-index';
import { paper, useFreshStore } from '../../support/store';

useFreshStore();

/** Words of which one begins or holds another, whole, joined, in the plural and with signs between. */
const words = fc.constantFrom(
  ...['late', 'latent', 'latents', 'relate', 'a lat', 'reason', 'reasoning', 'latent-reason'],
  ...[
    'latentreasoning',
    'modèle',
    'models',
    'pre-training',
    'pretraining',
    '3.5',
    'GPT-4',
    'π',
    '模型',
  ],
);
const texts = fc.array(words, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));

/** What is typed letter by letter, and what is pasted behind it. */
const typed = fc.tuple(
  fc.constantFrom('', 'in:title ', '-models ', '"', 'relate OR ', 'arxiv:1 '),
  fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
  fc.constantFrom('', ' in:title', ' -reason', '"', ' tag:none', ' is:read'),
);

describe('a search that is typed', () => {
  it('finds at each key, and at each one taken back, what it finds when it is made at once', async () => {
    const papers = fc.sample(fc.record({ title: texts, abstract: texts }), {
      numRuns: 40,
      seed: 3,
    });
    await save(...papers.map((texts, index) => paper(`arxiv:${index}`, texts)));
    const index = await readSearchIndex();
    const session = new SearchSession();
    await whole(session);
    await fc.assert(
      fc.asyncProperty(typed, fc.nat(4), async ([before, middle, after], back) => {
        const all = before + middle;
        const keys = Array.from(all, (_, at) => all.slice(0, at + 1));
        const steps = [...keys, ...keys.slice(-1 - back).reverse(), all, all + after];
        for (const step of steps)
          expect((await session.search(step))?.ids, step).toEqual(search(index, step));
      }),
      { numRuns: 60 },
    );
  });
});
