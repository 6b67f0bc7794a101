import {
  type DigestPageOptions,
  type FixtureWindow,
  serveDigest,
} from '../../fixtures/svelte/page';
import type { Session } from '../harness/session';
import type { Site } from '../harness/site';
import { waitUntil } from '../harness/wait';
import { DigestPage } from './digest-page';

interface Watched {
  /** The articles as the server sent them. */
  __articles: Element[];
  /** Cards and controls that moved, where the browser measures layout shift. */
  __moved: string[];
}

type Shift = PerformanceEntry & {
  readonly sources: readonly { readonly node?: Node }[];
};
type Fixture = typeof globalThis & FixtureWindow & Watched;

/** Runs in the page before anything else. */
function watch(): void {
  const fixture = globalThis as Fixture;
  fixture.__moved = [];
  document.addEventListener('DOMContentLoaded', () => {
    fixture.__articles = [...document.querySelectorAll('article')];
  });
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  const observer = new PerformanceObserver((list) => {
    for (const { node } of (list.getEntries() as Shift[]).flatMap(({ sources }) => sources))
      if (node?.parentElement?.closest('article, offprint-layer'))
        fixture.__moved.push(
          node.cloneNode(false) instanceof Element
            ? (node.cloneNode(false) as Element).outerHTML
            : node.nodeName,
        );
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** The fixture digest, whose own program a test can drive. */
export class FixtureDigest extends DigestPage {
  /** Serves the digest and saves some of its papers, by their places in it. */
  static async saved(
    { site, session }: { readonly site: Site; readonly session: Session },
    ...places: number[]
  ): Promise<{ id: string; title: string }[]> {
    const digest = await FixtureDigest.serve(site, session);
    const papers = await digest.papers();
    const chosen = places.flatMap((place) => papers[place] ?? []);
    for (const { title } of chosen) await digest.save(title);
    return chosen;
  }

  /** Serves and opens the digest, and waits for the controls. */
  static async serve(
    site: Site,
    session: Session,
    options: DigestPageOptions = {},
  ): Promise<FixtureDigest> {
    const url = await serveDigest(site, options);
    const page = await session.open('about:blank');
    await page.evaluateOnNewDocument(watch);
    await page.goto(url);
    const digest = new FixtureDigest(page);
    await digest.isMarked();
    return digest;
  }

  /** Lets a page made with `hydrate: 'manual'` hydrate. */
  async hydrate(): Promise<void> {
    await this.page.evaluate(() => (globalThis as Fixture).__hydrate());
  }

  /** Changes the page outside its cards, and waits until two frames have been drawn since. */
  async addsElsewhere(): Promise<void> {
    await this.page.evaluate(async () => {
      document.querySelector('header')?.append(document.createElement('template'));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
  }

  /** Waits until the page's own program has taken over. */
  async hydrates(): Promise<void> {
    const isHydrated = () => (globalThis as Fixture).__fixture.hydrated;
    await waitUntil(() => this.page.evaluate(isHydrated), { what: 'the page to hydrate' });
  }

  /** Waits until every control stands in its card. */
  async controlsMoveIn(): Promise<void> {
    const isIn = () =>
      document.querySelectorAll('article > offprint-card').length ===
      document.querySelectorAll('article').length;
    await waitUntil(() => this.page.evaluate(isIn), { what: 'the controls to move in' });
  }

  /** What hydration and layout suffered. */
  damage(): Promise<{ mismatches: number; moved: string[]; lostArticles: number }> {
    return this.page.evaluate(() => {
      const { __fixture, __moved, __articles } = globalThis as Fixture;
      const lostArticles = __articles.filter((card) => !card.isConnected).length;
      return { mismatches: __fixture.mismatches, moved: __moved, lostArticles };
    });
  }

  /** Lets the page's own program do something. */
  async run(action: '__rerender' | '__reorder'): Promise<void> {
    await this.page.evaluate((name) => (globalThis as Fixture)[name](), action);
  }

  /** Goes to another day as the site does, without a load. */
  async navigate(day: string): Promise<void> {
    await this.page.evaluate((to) => (globalThis as Fixture).__navigate(to), day);
  }

  /** The page puts a card in front of the others. */
  async addCard(entry: Parameters<FixtureWindow['__addCard']>[0]): Promise<void> {
    await this.page.evaluate((added) => (globalThis as Fixture).__addCard(added), entry);
  }

  /** The cards whose control does not stand on them; each is scrolled to and looked at. */
  cardsWithoutControl(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const without: string[] = [];
      for (const card of document.querySelectorAll('article')) {
        card.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        const id = card.querySelector<HTMLAnchorElement>('h3 a')?.pathname.split('/').pop();
        const outer = card.getBoundingClientRect();
        const hosts = [...document.querySelectorAll(`offprint-card[data-paper="arxiv:${id}"]`)];
        const stands = hosts.some((host) => {
          const inner = host.getBoundingClientRect();
          const isWithin =
            inner.left >= outer.left &&
            inner.right <= outer.right &&
            inner.top >= outer.top &&
            inner.bottom <= outer.bottom;
          return inner.width > 0 && isWithin;
        });
        if (!stands) without.push(String(id));
      }
      return without;
    });
  }
}
