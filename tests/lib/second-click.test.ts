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

let clock = 0;

/**
 * @param later ms since the click before; by itself so long that it is a click of its own.
 * @returns Whether the browser goes on to follow the link.
 */
function click(on: Element | null, detail: number, later = 5000, clientX = 40): boolean {
  const more = { bubbles: true, cancelable: true, composed: true, clientX };
  const event = new MouseEvent('click', { ...more, detail });
  clock += later;
  Object.defineProperty(event, 'timeStamp', { value: clock });
  return on?.dispatchEvent(event) ?? false;
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

describe('a click that follows another on its place', () => {
  it('within 0.6 s presses nothing that has come there, whatever the browser counts', () => {
    click(button('save'), 1);
    root.innerHTML = '<button id="saved">Saved</button>';
    pressed.mockClear();
    expect(click(button('saved'), 1, 400)).toBe(false);
    expect(click(link(), 1, 100, 44)).toBe(false);
    expect(pressed).not.toHaveBeenCalled();
    expect(click(button('saved'), 1, 700)).toBe(true);
  });

  it('counts at another place, and on a control that does the same still', () => {
    click(button('save'), 1);
    expect(click(button('peek'), 1, 200, 80)).toBe(true);
    expect(click(button('peek'), 1, 200, 80)).toBe(true);
  });

  it('counts not on a control that has come to do another thing', () => {
    const save = button('save');
    save?.setAttribute('data-action', 'dismiss');
    click(save, 1);
    save?.setAttribute('data-action', 'undo');
    expect(click(save, 1, 300)).toBe(false);
    expect(click(save, 1, 601)).toBe(true);
  });
});
