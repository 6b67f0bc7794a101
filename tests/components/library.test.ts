import { describe, expect, it } from 'vitest';
import { treeOf } from '../../pages/library/tags/tags-view';
import { actionSentence } from '../../wording/actions';

/** On the reader's calendar, wherever the reader is. */
const now = new Date(2026, 10, 24).getTime();

describe('tags', () => {
  const tag = (name: string) => ({ key: name.toLowerCase(), name, count: 1 });

  it('are nested by their slashes, under parents that are no tags themselves, too', () => {
    const paths = (nodes: ReturnType<typeof treeOf>): unknown =>
      nodes.map(({ label, tag: own, children }) => [label, own !== undefined, paths(children)]);
    expect(paths(treeOf([tag('rl/offline'), tag('vision/3d/nerf'), tag('RL'), tag('a/')]))).toEqual(
      [
        ['a', false, [['', true, []]]],
        ['RL', true, [['offline', true, []]]],
        ['vision', false, [['3d', false, [['nerf', true, []]]]]],
      ],
    );
  });
});

describe('the sentence about an action', () => {
  it.each([
    [{ kind: 'tagged', detail: 'safety', done: 40 }, 'Tagged 40 papers “safety”'],
    [{ kind: 'status', detail: 'read', done: 1 }, 'Marked 1 paper as read'],
    [{ kind: 'deleted', detail: 'A title', done: 1 }, 'Moved “A title” to the bin'],
    [{ kind: 'deleted', done: 12 }, 'Moved 12 papers to the bin'],
    [{ kind: 'snoozed', detail: String(now), done: 2 }, 'Snoozed 2 papers until 24 Nov'],
    [
      { kind: 'renamedTag', detail: 'b', from: 'a', done: 5000 },
      'Renamed “a” to “b” on 5,000 papers',
    ],
  ] as const)('%j', (action, expected) => {
    expect(actionSentence(action, now)).toBe(expected);
  });
});
