import { act } from 'preact/test-utils';
import { expect, vi } from 'vitest';
import { connection } from '../../store/database/connection';
import { storeNames } from '../../store/database/schema';
import { counts } from '../../store/records/queries';

/** The first element that matches, once it is there. */
export async function shown(selector: string, words?: string): Promise<HTMLElement> {
  const find = () =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(
      ({ textContent }) => words === undefined || textContent?.includes(words),
    );
  const isThere = () => {
    if (!find()) throw new Error(`no ${selector} ${words ?? ''}`);
  };
  await vi.waitFor(isThere, { timeout: 5000 });
  return find() as HTMLElement;
}

/** Presses a key where the focus is; whether the page made use of it. */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const target = focused() ?? document.body;
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    composed: true,
    ...more,
  });
  await act(async () => void target.dispatchEvent(event));
  return event.defaultPrevented;
}

/** What has the focus, within a shadow root as well. */
export function focused(): Element | null {
  const { activeElement } = document;
  return activeElement?.shadowRoot?.activeElement ?? activeElement;
}

/** Clicks as a reader at the keyboard does: the control has the focus. */
export async function choose(control: HTMLElement): Promise<void> {
  control.focus();
  await act(async () => control.click());
}

const alphabet = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#?/'];

/** Types every letter, digit and sign that could be a key, where the focus is. */
export async function typeAlphabet(): Promise<void> {
  for (const key of alphabet) {
    const field = focused();
    if ((await press(key)) || !(field instanceof HTMLInputElement)) continue;
    if (!/^(text|search|)$/.test(field.type)) continue;
    await act(async () => {
      field.value += key;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: key }));
    });
  }
  await settled();
}

/** Resolves when what was begun has had every chance to reach the store. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await act(async () => void (await counts()));
}

/** Everything that is stored, as text. */
async function stored(): Promise<string> {
  const database = await connection();
  const rows = await Promise.all(storeNames.map((name) => database.getAll(name)));
  return JSON.stringify(rows);
}

/**
 * Opens something, types the alphabet and closes it with Escape. Nothing may change in the store; the
 * focus is in it until the end, and then where it was.
 * @param open Leaves the focus where it is to come back to.
 * @param selector Of what is opened.
 */
export async function keepsItsKeys(open: () => Promise<unknown>, selector: string): Promise<void> {
  const back: (Element | null)[] = [];
  const onFocus = () => back.push(focused());
  const before = await stored();
  back.push(focused());
  document.addEventListener('focusin', onFocus);
  await open();
  document.removeEventListener('focusin', onFocus);
  const layer = await shown(selector);
  await vi.waitFor(() => expect(layer.contains(focused())).toBe(true));
  const opener = back.findLast((element) => element !== null && !isWithin(element, layer));
  await typeAlphabet();
  expect(await stored()).toBe(before);
  expect(layer.isConnected && layer.contains(focused())).toBe(true);
  // A field may first take back what was typed into it, or what it suggests.
  const from = named(opener ?? document.body);
  for (let left = 3; left > 0 && named(focused()) !== from; left -= 1) await press('Escape');
  expect(named(focused())).toBe(from);
}

function isWithin(element: Element, layer: HTMLElement): boolean {
  return layer.contains(element) && element.tagName !== 'SUMMARY';
}

/** A row or button that was drawn anew meanwhile is the same one to its reader. */
function named(element: Element | null): string {
  return element?.outerHTML.replace(/ aria-expanded="\w+"/, '').slice(0, 200) ?? '';
}
