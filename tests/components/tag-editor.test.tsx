// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TagEditor } from '../../components/tags/tag-editor';
import type { TagsChange } from '../../papers/tags';

let root: HTMLElement;
let tags: readonly string[];
let changes: TagsChange[];
beforeEach(() => {
  tags = [];
  changes = [];
  root = document.createElement('div');
  document.body.replaceChildren(root);
  draw();
});
afterEach(() => act(() => render(null, root)));

function draw(): void {
  const onChange = async ({ add, remove }: TagsChange) => {
    changes.push({ add, remove });
    tags = [...tags.filter((tag) => !remove.includes(tag)), ...add];
    draw();
  };
  const known = [{ key: 'rl', name: 'RL', count: 3 }];
  act(() => render(<TagEditor tags={tags} known={known} onChange={onChange} />, root));
}

const field = () => root.querySelector('input') as HTMLInputElement;

async function type(value: string, isComposing = false): Promise<void> {
  field().value = value;
  const event = new InputEvent('input', { bubbles: true, isComposing });
  await act(async () => void field().dispatchEvent(event));
}

it('ends a tag at every script’s comma and semicolon, and knows a tag in another spelling', async () => {
  await type('#rl、強化学習；so');
  expect(tags).toEqual(['RL', '強化学習']);
  expect(field().value).toBe('so');
  await type('#；\u200b,');
  expect(tags).toEqual(['RL', '強化学習']);
});

it('suggests for what is typed behind a number sign', async () => {
  await type('#r');
  expect(root.querySelector('[role="option"]')?.textContent).toContain('RL');
});

it('leaves a comma alone that is still being composed', async () => {
  await type('きょうか、', true);
  expect(tags).toEqual([]);
  expect(field().value).toBe('きょうか、');
  await act(async () => void field().dispatchEvent(new Event('compositionend', { bubbles: true })));
  expect(tags).toEqual(['きょうか']);
});

it('tells what was put on and taken off, and not the tags that it shows', async () => {
  tags = ['a', 'b'];
  draw();
  await type('RL, A, c,');
  await act(async () => root.querySelector<HTMLElement>('[data-tag="a"] button')?.click());
  expect(changes).toEqual([
    { add: ['RL', 'c'], remove: [] },
    { add: [], remove: ['a'] },
  ]);
});
