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
  const known = [
    { key: 'rl', name: 'RL', count: 3 },
    { key: 'imagery', name: 'imagery', count: 2 },
    { key: 'agents', name: 'agents', count: 1 },
  ];
  act(() => render(<TagEditor tags={tags} known={known} onChange={onChange} />, root));
}

const field = () => root.querySelector('input') as HTMLInputElement;

async function type(value: string, isComposing = false): Promise<void> {
  field().value = value;
  const event = new InputEvent('input', { bubbles: true, isComposing });
  await act(async () => void field().dispatchEvent(event));
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  await act(async () => void field().dispatchEvent(event));
  return event;
}

const offers = () => [...root.querySelectorAll('[role="option"]')];
const chosen = () => root.querySelector('[aria-selected="true"]');

it('chooses its first offer from the start, tells of it, and takes it by Enter or Tab', async () => {
  await type('ag');
  expect(offers().map(({ textContent }) => textContent)).toEqual([
    '# agents1 paper',
    '# imagery2 papers',
    'Create “#ag”',
  ]);
  expect(chosen()?.textContent).toContain('agents');
  expect(field().getAttribute('aria-activedescendant')).toBe(chosen()?.id);
  expect(field().getAttribute('aria-controls')).toBe(root.querySelector('[role="listbox"]')?.id);
  await press('Enter');
  expect(tags).toEqual(['agents']);
  await type('im');
  expect((await press('Tab')).defaultPrevented).toBe(true);
  expect(tags).toEqual(['agents', 'imagery']);
  expect((await press('Tab')).defaultPrevented).toBe(false);
});

it('makes a tag beside those that are offered only when it is told to', async () => {
  await type('ag');
  await press('ArrowUp');
  expect(chosen()?.textContent).toBe('Create “#ag”');
  await press('ArrowDown');
  expect(chosen()?.textContent).toContain('agents');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  await type('new');
  expect(offers().map(({ textContent }) => textContent)).toEqual(['Create “#new”']);
  await press('Enter');
  await type('ri');
  await act(async () => void (offers().at(-1) as HTMLElement).click());
  expect(tags).toEqual(['ag', 'new', 'ri']);
});

it('makes nothing of what stands in it while nothing is offered', async () => {
  await type('ag');
  expect((await press('Escape')).defaultPrevented).toBe(true);
  expect(offers()).toEqual([]);
  await press('Enter');
  expect([tags, offers().length]).toEqual([[], 3]);
  await act(async () => void field().dispatchEvent(new FocusEvent('blur')));
  expect((await press('Tab')).defaultPrevented).toBe(false);
  await press('ArrowDown');
  await press('Enter');
  expect(tags).toEqual(['agents']);
  await type('ag');
  expect((await press('Tab', { shiftKey: true })).defaultPrevented).toBe(false);
});

it('takes no other tag for one that the paper has', async () => {
  tags = ['ag'];
  draw();
  await type('AG');
  expect(chosen()).toBeNull();
  await press('Enter');
  expect([tags, field().value]).toEqual([['ag'], '']);
});

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
