import type { Page } from 'puppeteer-core';
import { hasOurScript } from '../harness/grants';
import { click } from '../harness/page';
import type { Session } from '../harness/session';
import type { Site } from '../harness/site';
import { waitUntil } from '../harness/wait';

const titles = [
  'Sparse attention',
  'Dense retrieval',
  'Video models',
  'World models',
  'Long context',
  'Small agents',
];
const idOf = (at: number) => `2603.0000${at + 1}`;

/** A page of a site that Offprint does not know, with a list of links to papers. */
export class OtherSite {
  constructor(
    private readonly session: Session,
    readonly page: Page,
  ) {}

  /** Serves such a page and opens it. */
  static async open(
    site: Site,
    session: Session,
    host: string,
    path = '/reading',
  ): Promise<OtherSite> {
    const entries = titles.map(
      (title, at) =>
        `<li><a href="https://arxiv.org/abs/${idOf(at)}">${title} of today</a> by somebody</li>`,
    );
    site.page(
      host,
      path,
      `<!doctype html><title>Reading group</title><h1>Reading group</h1><ul>${entries.join('')}</ul>`,
    );
    return new OtherSite(session, await session.open(`https://${host}${path}`));
  }

  /** How the papers stand on it, in page order; none where Offprint is not. */
  states(): Promise<string[]> {
    return this.page.$$eval('offprint-card[data-state]', (cards) =>
      cards.map((card) => `${card.getAttribute('data-paper')} ${card.getAttribute('data-state')}`),
    );
  }

  /** Waits until so many cards have their control. */
  async marks(count: number): Promise<void> {
    await waitUntil(async () => (await this.states()).length === count, {
      what: `${count} controls`,
    });
  }

  /** Saves the paper at a place of the list by its control. */
  async save(at: number): Promise<void> {
    await click(
      this.page,
      `offprint-card[data-paper="arxiv:${idOf(at)}"] >>> [data-action="save"]`,
    );
    await waitUntil(async () => (await this.states()).includes(`arxiv:${idOf(at)} unread`), {
      what: 'the paper to be shown as saved',
    });
  }

  /**
   * Tells whether none of Offprint's scripts listens in any tab.
   * @throws Error where the page shows something of Offprint.
   */
  async isLeftAlone(): Promise<boolean> {
    const traces = await this.page.$$eval('*', (all) =>
      all.flatMap((one) => {
        const names = [one.localName, ...one.getAttributeNames()];
        return names.filter((name) => /^(?:data-)?offprint/.test(name));
      }),
    );
    if (traces.length) throw new Error(`The page has ${traces.join()}`);
    return !(await hasOurScript(this.session));
  }
}
