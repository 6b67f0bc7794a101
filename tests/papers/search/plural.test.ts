import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonStart, pluralKey } from '../../../papers/search/plural';
import { quick } from '../../support/property';

describe('a word and its plural', () => {
  it.each([
    ...['model models', 'gaussian gaussians', 'llm llms', 'gan gans', 'vae vaes', 'api apis'],
    ...['gpu gpus', 'id ids', 'transformer transformers', 'class classes', 'loss losses'],
    ...[
      'bias biases',
      'lens lenses',
      'analysis analyses',
      'hypothesis hypotheses',
      'virus viruses',
    ],
    ...['batch batches', 'approach approaches', 'cache caches', 'box boxes', 'mesh meshes'],
    ...['case cases', 'phase phases', 'database databases', 'response responses', 'bus buses'],
    ...['study studies', 'policy policies', 'movie movies', 'survey surveys', 'key keys'],
    ...['matrix matrices', 'index indices', 'index indexes', 'vertex vertices', 'metric metrics'],
    ...['topic topics', 'image images', 'size sizes', 'video videos', 'echo echoes', 'tie ties'],
    ...['lora loras', 'camera cameras', 'corpus corpuses', 'process processes', 'agent agents'],
    ...['heuristic heuristics', 'token tokens', 'graph graphs', 'branch branches', 'axis axis'],
    ...[
      'axis axes',
      'crisis crises',
      'thesis theses',
      'criterion criteria',
      'phenomenon phenomena',
    ],
    ...[
      'automaton automata',
      'spectrum spectra',
      'minimum minima',
      'optimum optima',
      'corpus corpora',
    ],
    ...['stimulus stimuli', 'nucleus nuclei', 'focus foci', 'formula formulae', 'formula formulas'],
    ...['half halves', 'knife knives', 'quiz quizzes', 'waltz waltzes', 'buzz buzzes'],
    ...['8bit 8bits', '1000layer 1000layers'],
    ...['simplex simplices', 'cortex cortices', 'codex codices', 'vertex vertexes'],
  ])('%s are one', (both) => {
    const [one = '', many = ''] = both.split(' ');
    expect(pluralKey(many)).toBe(pluralKey(one));
    expect(one.startsWith(commonStart(pluralKey(one)))).toBe(true);
    expect(many.startsWith(commonStart(pluralKey(one)))).toBe(true);
  });

  it.each([
    ...['earl early', 'new news', 'physic physics', 'dynamic dynamics', 'bia bias', 'len lens'],
    ...[
      'model modeling',
      'model modeled',
      'base basis',
      'thi this',
      'opu opus',
      'gp gps',
      'tt tts',
    ],
    ...['statu status', 'chao chaos', 'cosmo cosmos', 'clas class', 'gener generate', 'no nos'],
    ...['u us', 'a as', 'i is', 'ha has', 'po pos', 'plan plane', 'thesis these', 'serie series'],
    ...['axe axis', 'data datum', 'media medium', 'lea leaves', 'leaf leaves', 'radius radio'],
  ])('%s are two', (both) => {
    const [one = '', other = ''] = both.split(' ');
    expect(pluralKey(other)).not.toBe(pluralKey(one));
  });

  it.each(['aaaie', 'aaaies', 'piie'])('%s begins as what it has in common with others', (word) => {
    expect(word.startsWith(commonStart(pluralKey(word)))).toBe(true);
  });

  it('begin alike, whatever the word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        expect(word.startsWith(commonStart(pluralKey(word)))).toBe(true);
      }),
      quick,
    );
  });
});
