import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ElementHandle, Page } from 'puppeteer-core';
import { secondClickWithin } from '../../../lib/second-click';
import { isFirefox, isFrontShown } from './firefox';
import { waitUntil } from './wait';

interface Place {
  readonly x: number;
  readonly y: number;
  /** What lies on top of the element, if not itself. */
  readonly cover: string;
}

interface Pressed {
  /** Whether the press of the mouse after the last look fell on the element; absent until there was one. */
  offprintIsHit?: boolean;
}

/**
 * Where a click on the element would land, and what would get it. Whether the next press falls on it is noted, since
 * what stands there may move meanwhile. Runs in the page.
 */
function placeOf(element: Element): Place {
  const pressed = element as Element & Pressed;
  delete pressed.offprintIsHit;
  const note = (event: Event) => {
    pressed.offprintIsHit = event.composedPath().includes(element);
  };
  addEventListener('pointerdown', note, { capture: true, once: true });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) {
    hit = hit.shadowRoot.elementFromPoint(x, y);
  }
  let ancestor: Node | null = hit;
  while (ancestor && ancestor !== element) {
    ancestor = ancestor instanceof ShadowRoot ? ancestor.host : ancestor.parentNode;
  }
  if (width === 0 || height === 0) return { x, y, cover: 'nothing: it has no size' };
  return {
    x,
    y,
    cover: ancestor ? '' : (hit?.outerHTML.slice(0, 120) ?? 'the edge of the window'),
  };
}

/**
 * Scrolls to the element, and tells whether it keeps its place for two frames. A tab that comes to the front draws none
 * before it is there. Runs in the page.
 */
async function isStill(element: Element): Promise<boolean> {
  if (document.visibilityState !== 'visible') return false;
  const frame = () => new Promise(requestAnimationFrame);
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  await frame();
  const { x, y } = element.getBoundingClientRect();
  await frame();
  const after = element.getBoundingClientRect();
  return after.x === x && after.y === y;
}

/** Brings a tab to the front, and waits until clicks and keys go to it. */
export async function bringToFront(page: Page): Promise<void> {
  await page.bringToFront();
  const browser = page.browser();
  if (!isFirefox(browser)) return;
  await waitUntil(() => isFrontShown(browser), { what: 'the tab in front to be shown' });
}

/** Loads the page anew, whatever page it is. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.stale = '';
  });
  page.reload().catch(() => undefined);
  const isFresh = () =>
    document.readyState === 'complete' && !('stale' in document.documentElement.dataset);
  await waitUntil(() => page.evaluate(isFresh), { what: 'the page to load anew' });
}

/** Finds an element, through open shadow roots after `>>>`, and waits for it. */
export async function find(page: Page, selector: string): Promise<ElementHandle<Element>> {
  return waitUntil(() => page.$(selector), { what: `an element ${selector}` });
}

/** Tells whether a press was noted on the element: `undefined` where none was; a page that went away by it was hit. */
async function isHit(element: ElementHandle<Element>): Promise<boolean | undefined> {
  try {
    return await element.evaluate((node) => (node as Element & Pressed).offprintIsHit);
  } catch {
    return true;
  }
}

/**
 * Clicks as a person does: scrolls there, waits until the element stands still and is on top,
 * and presses the real mouse button; once more where the element went from under the pointer.
 */
export async function click(page: Page, target: string | ElementHandle<Element>): Promise<void> {
  await bringToFront(page);
  const what = typeof target === 'string' ? target : 'the element';
  const press = async () => {
    const { element, place } = await standing(page, target);
    await waitUntil(() => isAnotherClick(page, place), { what: 'the click before it to be over' });
    await page.mouse.click(place.x, place.y);
    last = { page, at: Date.now(), ...place };
    let hit: boolean | undefined;
    const isPressed = async () => {
      hit = await isHit(element);
      return hit !== undefined;
    };
    await waitUntil(isPressed, { what: `a press to reach the page with ${what}` });
    return hit;
  };
  if (!(await press()) && !(await press())) throw new Error(`Twice ${what} was missed`);
}

interface Standing {
  readonly element: ElementHandle<Element>;
  readonly place: Place;
}

/** Waits until the element stands still on top, and gives where. */
function standing(page: Page, target: string | ElementHandle<Element>): Promise<Standing> {
  const look = async () => {
    // Found anew each time: what was found first may have been drawn again since.
    const element = typeof target === 'string' ? await page.$(target) : target;
    if (!element) throw new Error('there is none');
    if (!(await element.evaluate(isStill))) throw new Error('it moves, or its tab is not in front');
    const place = await element.evaluate(placeOf);
    if (place.cover) throw new Error(`it is covered by ${place.cover}`);
    return { element, place };
  };
  const what = typeof target === 'string' ? target : 'the element';
  return waitUntil(look, { what: `${what} to stand still on top` });
}

let last: { page: Page; at: number; x: number; y: number } | undefined;

/** A person who clicks at the same place for another reason has read what stands there now. */
function isAnotherClick(page: Page, { x, y }: Place): boolean {
  if (last?.page !== page || Math.hypot(last.x - x, last.y - y) > 10) return true;
  return Date.now() - last.at > secondClickWithin;
}

/**
 * Moves the real mouse over the middle of an element.
 * @public
 */
export async function hover(page: Page, selector: string): Promise<void> {
  const element = await find(page, selector);
  await element.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { x, y } = await element.evaluate(placeOf);
  await page.mouse.move(x, y);
}

/** The text of an element, white space collapsed. */
export async function textOf(page: Page, selector: string): Promise<string> {
  const element = await find(page, selector);
  const text = await element.evaluate((node) => node.textContent ?? '');
  return text.replace(/\s+/g, ' ').trim();
}

/** One fault that axe found. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  readonly elements: readonly string[];
}

interface AxeRun {
  axe: {
    run(
      context: { include: string[][] } | Document,
      options: { resultTypes: string[]; selectors: boolean },
    ): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
  };
}

/**
 * Checks accessibility of the page, or of the given elements alone where the rest is not ours,
 * for example `['offprint-card']`.
 */
export async function axe(page: Page, only: readonly string[] = []): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.evaluate(await readFile(path, 'utf8'));
  }
  return page.evaluate(async (selectors) => {
    const present = selectors.filter((selector) => document.querySelector(selector));
    const { axe: checker } = globalThis as unknown as AxeRun;
    const include = present.map((selector) => [selector]);
    const { violations } = await checker.run(include.length > 0 ? { include } : document, {
      // What is in order is not told of, nor where an element stands, which costs more than to find the faults.
      resultTypes: ['violations'],
      selectors: false,
    });
    return violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      elements: nodes.map((node) => node.html),
    }));
  }, only);
}
