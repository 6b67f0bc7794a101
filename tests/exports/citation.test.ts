import { expect, it } from 'vitest';
import { citationStyles, formattedCitations } from '../../exports/citation';
import { bare, whole } from './outgoing';

it('formats a paper in each style, without what is the reader’s own', () => {
  const paper = {
    ...whole,
    id: 'arxiv:1810.04805',
    title: 'BERT: Pre-training of Deep Bidirectional Transformers',
    authors: ['Jacob Devlin', 'Chang, Ming-Wei', '{Gemini Team}'],
    aliases: ['doi:10.18653/v1/n19-1423'],
    venue: 'NAACL-HLT 2019',
    publishedAt: '2019-06-02',
  };
  const said = citationStyles.map((style) => formattedCitations([paper], style, 'en-GB'));
  expect(said).toMatchInlineSnapshot(`
    [
      "Devlin, J., Chang, M.-W., & Gemini Team. (2019). BERT: Pre-training of Deep Bidirectional Transformers. NAACL-HLT 2019, 7. https://doi.org/10.18653/v1/n19-1423",
      "Devlin J, Chang MW, Gemini Team. BERT: Pre-training of Deep Bidirectional Transformers. In: NAACL-HLT 2019 [Internet]. 2019. Available from: https://arxiv.org/abs/1810.04805 doi:10.18653/v1/n19-1423",
      "Devlin, J., Chang, M.-W., and Gemini Team (2019) “BERT: Pre-training of Deep Bidirectional Transformers,” NAACL-HLT 2019. Available at: https://doi.org/10.18653/v1/n19-1423.",
    ]
  `);
  for (const citation of said) expect(citation).not.toContain('idea');
});

it('gives a line for each paper, whatever is known of it', () => {
  for (const style of citationStyles)
    expect(formattedCitations([bare, whole, whole], style, 'xx').split('\n')).toHaveLength(3);
});

it('says the same of a paper whichever papers stand before it', () => {
  const other = { ...whole, id: 'x:1', title: 'Another one by the same people in the same year' };
  for (const style of citationStyles) {
    const alone = formattedCitations([whole], style, 'en');
    expect(formattedCitations([other, whole, whole], style, 'en').split('\n').slice(1)).toEqual([
      alone,
      alone,
    ]);
  }
});

it('uses the terms of the language', () => {
  const paper = { ...whole, authors: Array.from({ length: 30 }, (_, at) => `A${at}, B`) };
  expect(formattedCitations([paper], 'harvard1', 'de')).toContain('u. a.');
});
