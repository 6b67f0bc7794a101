// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { swallowSecondClicks } from '../../lib/second-click';

const pressed = vi.fn();
let page: AbortController;
let root: ShadowRoot;

beforeEach(() => {
  pressed.mockClear();
  document.body.innerHTML = '<a href="#paper">The paper</a><div></div>';
  root = (document.querySelector('div') as HTMLElement).attachShadow({ mode: 'open' });
  root.innerHTML = '<button id="save">Save</button><button id="peek">Read</button>';
  page = new AbortController();
  swallowSecondClicks('div');
  for (const target of [root, document])
    target.addEventListener('click', (event) => pressed((event.composedPath()[0] as Element).id), {
      signal: page.signal,
    });
});
afterEach(() => page.abort());

/** @returns Whether the browser goes on to follow the link. */
function click(on: Element | null, detail: number): boolean {
  const more = { bubbles: true, cancelable: true, composed: true };
  return on?.dispatchEvent(new MouseEvent('click', { ...more, detail })) ?? false;
}
const button = (id: string) => root.getElementById(id);
const link = () => document.querySelector('a');

describe('the second click of a double click', () => {
  it('opens no link that has come under the pointer, nor does the third', () => {
    click(button('save'), 1);
    expect(click(link(), 2)).toBe(false);
    expect(click(link(), 3)).toBe(false);
    expect(pressed.mock.calls.flat()).not.toContain('');
    expect(click(link(), 1)).toBe(true);
  });

  it('presses no other button that has taken the place of the first', () => {
    click(button('save'), 1);
    root.innerHTML = '<button id="saved">Saved</button>';
    pressed.mockClear();
    expect(click(button('saved'), 2)).toBe(false);
    expect(pressed).not.toHaveBeenCalled();
    click(button('saved'), 1);
    expect(pressed).toHaveBeenCalledWith('saved');
  });

  it('counts on the same button, and on links of the page after a click there', () => {
    click(button('peek'), 1);
    pressed.mockClear();
    expect(click(button('peek'), 2)).toBe(true);
    expect(pressed).toHaveBeenCalledWith('peek');
    click(link(), 1);
    expect(click(link(), 2)).toBe(true);
  });

  it('is no matter of keys', () => {
    click(button('save'), 0);
    expect(click(link(), 0)).toBe(true);
  });
});
