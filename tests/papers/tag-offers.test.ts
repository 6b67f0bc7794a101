import { describe, expect, it } from 'vitest';
import { tagKey } from '../../papers/tag-key';
import { tagOffers } from '../../papers/tag-offers';

const known = [
  'imagery',
  'reinforcement learning',
  'agents',
  'Machine Learning',
  'rl/agentic',
  'RL',
  '推理',
].map((name, at) => ({ key: tagKey(name), name, count: 9 - at }));

const offered = (typed: string, tags: readonly string[] = []) =>
  tagOffers(typed, tags, known).map(({ name, isNew }) => (isNew ? `+${name}` : name));

describe('what is offered for a tag', () => {
  it.each([
    ['LEARN', ['reinforcement learning', 'Machine Learning', '+LEARN']],
    ['推', ['推理', '+推']],
    ['', []],
    ['#', []],
    ['  ', []],
    ['nothing like it', ['+nothing like it']],
    ['#new ', ['+new']],
  ])(
    'is, for “%s”, what holds it anywhere, most used first, and last to make it one',
    (typed, names) => {
      expect(offered(typed)).toEqual(names);
    },
  );

  it('is first what begins with it, then that of which a word does', () => {
    expect(offered('ag')).toEqual(['agents', 'rl/agentic', 'imagery', '+ag']);
  });

  it('is first what is meant, in whatever spelling; then no other one is made', () => {
    expect(offered('rl')).toEqual(['RL', 'rl/agentic']);
    expect(offered('#ＲＬ')).toEqual(['RL', 'rl/agentic']);
  });

  it('is nothing that the paper has, which is not made anew either', () => {
    expect(offered('learning', ['machine LEARNING'])).toEqual([
      'reinforcement learning',
      '+learning',
    ]);
    expect(offered('rl', ['Rl'])).toEqual(['rl/agentic']);
    expect(offered('just put on', ['Just put on'])).toEqual([]);
  });

  it('is a few, and to make another one always', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ key: `a${at}`, name: `a${at}` }));
    const offers = tagOffers('a', [], many);
    expect(offers).toHaveLength(7);
    expect(offers.at(-1)).toEqual({ name: 'a', isNew: true });
  });
});
