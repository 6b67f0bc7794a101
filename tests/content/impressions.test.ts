import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Impressions } from '../../content/page/impressions';
import type { PageView } from '../../content/page/shared-page';

type Meet = (entries: readonly Partial<IntersectionObserverEntry>[]) => void;

/** A screen that shows what a test says. */
class Screen {
  static meet: Meet = () => {};
  readonly observe = () => {};
  readonly unobserve = () => {};
  constructor(callback: Meet) {
    Screen.meet = callback;
  }
}

const screenHeight = 800;
const { window } = new JSDOM('<article></article><article></article>');
const { document } = window;
const [one, other] = [...document.querySelectorAll<HTMLElement>('article')];
let visibility: DocumentVisibilityState = 'visible';
Object.defineProperty(document, 'visibilityState', { get: () => visibility });

/** How much of a card is on screen, in pixels, and how high the card is. */
function shows(target: HTMLElement | undefined, height: number, of: number): void {
  if (!target) throw new Error('The page has no such card');
  const rect = { height } as DOMRectReadOnly;
  const rootBounds = { height: screenHeight } as DOMRectReadOnly;
  Screen.meet([{ target, intersectionRatio: height / of, intersectionRect: rect, rootBounds }]);
}

function turn(to: DocumentVisibilityState): void {
  visibility = to;
  document.dispatchEvent(new window.Event('visibilitychange'));
}

function viewOf(visitAt: number): PageView {
  const cards = [one, other].flatMap((element, at) =>
    element ? [{ id: `arxiv:${at + 1}`, element }] : [],
  );
  return {
    kind: 'huggingface/day',
    visit: { digest: 'huggingface:day:2026-03-27', shows: 'digest', visitAt },
    papers: cards.map(({ id }) => ({ id })),
    cards,
    states: new Map(),
    remarks: {},
  };
}

describe('an impression', () => {
  let told: unknown[] = [];
  let impressions: Impressions;
  let page: AbortController;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('IntersectionObserver', Screen);
    visibility = 'visible';
    told = [];
    page = new window.AbortController();
    impressions = new Impressions(
      document,
      {
        onImpressions: (visitAt, ids) => told.push(['impressions', visitAt, ...ids]),
        onLeave: (visitAt) => told.push(['leave', visitAt]),
      },
      page.signal,
    );
    impressions.watch(viewOf(1));
  });

  afterEach(() => {
    page.abort();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is half of a card for a second; several travel together', () => {
    shows(one, 200, 400);
    shows(other, 199, 400);
    vi.advanceTimersByTime(500);
    shows(other, 200, 400);
    vi.advanceTimersByTime(1499);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([['impressions', 1, 'arxiv:1', 'arxiv:2']]);
  });

  it('is no card that is scrolled past', () => {
    shows(one, 400, 400);
    vi.advanceTimersByTime(999);
    shows(one, 0, 400);
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([]);
  });

  it('of a card that is taller than the screen is half of the screen', () => {
    shows(one, screenHeight / 2, 4000);
    vi.advanceTimersByTime(2000);
    expect(told).toEqual([['impressions', 1, 'arxiv:1']]);
  });

  it('does not happen in a tab that does not show, and begins anew when it does', () => {
    turn('hidden');
    shows(one, 400, 400);
    vi.advanceTimersByTime(5000);
    turn('visible');
    vi.advanceTimersByTime(900);
    turn('hidden');
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([]);
    turn('visible');
    vi.advanceTimersByTime(2000);
    expect(told).toEqual([['impressions', 1, 'arxiv:1']]);
  });

  it('is told before the visit ends, once; another visit ends the one before', () => {
    shows(one, 400, 400);
    vi.advanceTimersByTime(1000);
    impressions.leave();
    impressions.leave();
    expect(told).toEqual([
      ['impressions', 1, 'arxiv:1'],
      ['leave', 1],
    ]);
    impressions.watch(viewOf(2));
    impressions.watch(viewOf(3));
    shows(one, 400, 400);
    vi.advanceTimersByTime(2000);
    expect(told.slice(2)).toEqual([
      ['leave', 2],
      ['impressions', 3, 'arxiv:1'],
    ]);
  });

  it('is every paper at once, or none, where the reader chose that', () => {
    impressions.setSeenWhen('action');
    shows(one, 400, 400);
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([]);
    impressions.setSeenWhen('page');
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([['impressions', 1, 'arxiv:1', 'arxiv:2']]);
  });
});
