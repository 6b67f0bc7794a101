// @vitest-environment jsdom
import { effect } from '@preact/signals-core';
import { fireEvent } from '@testing-library/dom';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Tags } from '../../content/bar/reading/tags';
import { recordsOf } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { type OpenBar, openBar } from '../support/bar';
import { useFreshStore } from '../support/store';
import { setTags } from '../support/tags';

useFreshStore();

let bar: OpenBar;
let stop: () => void;

beforeEach(async () => {
  document.body.replaceChildren();
  bar = await openBar();
  await decide(['arxiv:2', 'arxiv:3'], 'unread', 1400);
  await setTags('arxiv:2', ['imagery'], 1500);
  await setTags('arxiv:3', ['agents'], 1600);
  const { service, state } = bar;
  stop = effect(() => {
    const sheet = state.sheet.value;
    const tags = sheet?.kind === 'read' && <Tags key={sheet.id} service={service} sheet={sheet} />;
    render(tags || null, document.body);
  });
  service.read('arxiv:1', 'tag');
  await vi.waitFor(() => expect(document.querySelectorAll('.offered button')).toHaveLength(2));
});
afterEach(() => {
  stop();
  render(null, document.body);
  vi.restoreAllMocks();
});

const field = () => document.querySelector('input') as HTMLInputElement;
const offers = () =>
  [...document.querySelectorAll('[role="option"]')].map(
    (option) => `${option.ariaSelected === 'true' ? '>' : ''}${option.textContent}`,
  );
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const tagged = (tags: readonly string[]) =>
  vi.waitFor(async () => expect((await recordsOf(['arxiv:1']))[0]?.tags).toEqual(tags));

it('offers what the field of the other pages offers, the first one chosen', async () => {
  type('ag');
  expect(offers()).toEqual(['>#agents', '#imagery', 'Create “#ag”']);
  fireEvent.keyDown(field(), { key: 'Enter' });
  await tagged(['agents']);
  expect(field().value).toBe('');
  type('im');
  expect(fireEvent.keyDown(field(), { key: 'Tab' })).toBe(false);
  await tagged(['agents', 'imagery']);
});

it('makes a tag when it is told to, and goes on to the note only when nothing is typed', async () => {
  type('ag');
  fireEvent.keyDown(field(), { key: 'ArrowUp' });
  expect(offers().at(-1)).toBe('>Create “#ag”');
  fireEvent.keyDown(field(), { key: 'Enter' });
  await tagged(['ag']);
  type('rl, sft;');
  await tagged(['ag', 'rl', 'sft']);
  type('age');
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(offers()).toEqual([]);
  expect(bar.state.sheet.value).toMatchObject({ field: 'tag' });
  fireEvent.blur(field());
  expect(field().value).toBe('age');
  type('');
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(bar.state.sheet.value).toMatchObject({ field: 'note' });
});
