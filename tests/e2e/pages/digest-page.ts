import type { Page } from 'puppeteer-core';
import type { PaperId } from '../../../papers/paper';
import { bringToFront, click, find } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';
import type { Store } from './store';

/** One that says how its paper stands. */
const control = 'offprint-card[data-state]';
const controlOf = (id: string) => `offprint-card[data-paper="${id}"]`;
const buttonOf = (id: string, action: string) => `${controlOf(id)} >>> [data-action="${action}"]`;

/** One paper on the digest as the reader sees it. */
export interface ListedPaper {
  readonly id: string;
  readonly title: string;
  /** What Offprint says of it; absent where it says nothing. */
  readonly state: string | undefined;
}

/** A digest page of Hugging Face with Offprint's controls on its cards. */
export class DigestPage {
  constructor(readonly page: Page) {}

  /** Opens the digest and waits for the controls. */
  static async open(session: Session, url: string): Promise<DigestPage> {
    const digest = new DigestPage(await session.open(url));
    await digest.isMarked();
    return digest;
  }

  /** Waits until every card that is a paper has its control. */
  async isMarked(): Promise<void> {
    await waitUntil(
      async () => {
        const papers = await this.papers();
        const marked = papers.filter(({ state }) => state !== undefined).length;
        if (marked < papers.length) throw new Error(`${marked} of ${papers.length} have one`);
        return papers.length > 0;
      },
      { what: 'each card to have a control', timeout: 15_000 },
    );
  }

  /** The papers in page order. */
  papers(): Promise<ListedPaper[]> {
    return this.page.evaluate((selector) => {
      const states = new Map<string, string>();
      for (const host of document.querySelectorAll<HTMLElement>(selector)) {
        states.set(host.dataset.paper ?? '', host.dataset.state ?? '');
      }
      return [...document.querySelectorAll<HTMLAnchorElement>('article h3 a')].map((link) => {
        const id = `arxiv:${link.pathname.split('/').pop()}`;
        const title = (link.textContent ?? '').replace(/\s+/g, ' ').trim();
        return { id, title, state: states.get(id) };
      });
    }, control);
  }

  /** How many papers are new to the reader. */
  async newCount(): Promise<number> {
    return (await this.papers()).filter(({ state }) => state === 'new').length;
  }

  /** The id of the paper with the title. */
  async idOf(title: string): Promise<string> {
    const paper = (await this.papers()).find((candidate) => candidate.title === title);
    if (!paper) throw new Error(`The digest lists no “${title}”`);
    return paper.id;
  }

  /** What the control of a paper says. */
  async stateOf(id: string): Promise<string | undefined> {
    return (await this.papers()).find((paper) => paper.id === id)?.state;
  }

  /** Waits until the control of a paper says so. */
  async shows(id: string, state: string): Promise<void> {
    await waitUntil(async () => (await this.stateOf(id)) === state, {
      what: `${id} to be shown as ${state}`,
    });
  }

  /** Scrolls to a card and looks at it until it counts as looked at. */
  async looksAt(id: string, store: Store): Promise<void> {
    await bringToFront(this.page);
    const card = await find(this.page, `article:has(h3 a[href$="${id.slice('arxiv:'.length)}"])`);
    await card.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await waitUntil(async () => (await store.impressions()).includes(id), {
      what: `${id} to have been on screen`,
    });
  }

  /** Saves a paper with one click and waits until it is shown as saved. */
  async save(title: string): Promise<void> {
    const id = await this.idOf(title);
    await click(this.page, buttonOf(id, 'save'));
    await this.shows(id, 'unread');
  }

  /** Says "not for me" and waits until it shows. */
  async dismiss(title: string): Promise<void> {
    const id = await this.idOf(title);
    await click(this.page, buttonOf(id, 'dismiss'));
    await this.shows(id, 'dismissed');
  }

  /** Opens a paper to be read on the page. */
  async reads(id: PaperId): Promise<void> {
    await click(this.page, buttonOf(id, 'peek'));
  }

  /** What is said on the cards that can be seen, beside how their papers stand. */
  marks(): Promise<Record<PaperId, string>> {
    return this.page.evaluate((selector) => {
      const hosts = [...document.querySelectorAll<HTMLElement>(selector)];
      const said = hosts
        .filter((host) => host.checkVisibility())
        .map((host) => [
          host.dataset.paper ?? '',
          host.shadowRoot?.querySelector('p')?.textContent,
        ]);
      return Object.fromEntries(said.filter(([, words]) => words));
    }, control);
  }

  /** Takes back "not for me". */
  async undo(title: string): Promise<void> {
    await click(this.page, buttonOf(await this.idOf(title), 'undo'));
  }

  /** Opens the status menu of a saved paper and chooses. */
  async choose(title: string, choice: 'unread' | 'reading' | 'read' | 'remove'): Promise<void> {
    const id = await this.idOf(title);
    await click(this.page, buttonOf(id, 'status'));
    await click(this.page, buttonOf(id, choice));
  }

  /** The accessible name of a paper's button. */
  async nameOf(id: string, action: string): Promise<string> {
    const button = await find(this.page, buttonOf(id, action));
    return button.evaluate((node) => node.getAttribute('aria-label') ?? node.textContent ?? '');
  }
}
