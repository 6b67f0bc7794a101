import { ask } from '../../lib/messages';
import { type MessageKey, text } from '../../lib/plain-text';
import type { PaperId, SavedState } from '../../papers/paper';
import { paperLinks } from './links';

const stateName = 'data-offprint-saved';
const wordsName = 'data-offprint-words';
/** As many papers as are asked about in one message. */
const part = 2000;

const words: Readonly<Record<SavedState, MessageKey>> = {
  unread: 'tabUnread',
  reading: 'tabReading',
  read: 'tabRead',
  snoozed: 'tabSnoozed',
};

/** The marks on links to saved papers: attributes, which the style sheet draws, and no nodes in a page's own markup. */
export class Marks {
  readonly #known = new Map<string, PaperId | undefined>();
  /** Papers that were asked about; `undefined` of those that are not saved. */
  readonly #states = new Map<PaperId, SavedState | undefined>();

  constructor(private readonly document: Document) {}

  /**
   * Marks the page's links as the papers stand. Papers are asked about once, until `forget`.
   * @throws RemoteError
   */
  async draw(): Promise<void> {
    const links = paperLinks(this.document, this.#known);
    const unknown = [...new Set(links.values())].filter((id) => !this.#states.has(id));
    for (let at = 0; at < unknown.length; at += part) {
      const ids = unknown.slice(at, at + part);
      const saved = await ask('savedOf', { ids });
      for (const id of ids) this.#states.set(id, saved[id]);
    }
    for (const link of this.document.querySelectorAll(`[${stateName}]`))
      if (!links.has(link as HTMLAnchorElement)) unmark(link);
    for (const [link, id] of links) mark(link, this.#states.get(id));
  }

  /** Forgets how papers stand: they may have changed meanwhile. */
  forget(): void {
    this.#states.clear();
  }

  /** Takes all marks away. */
  remove(): void {
    for (const link of this.document.querySelectorAll(`[${stateName}]`)) unmark(link);
  }
}

function mark(link: Element, state: SavedState | undefined): void {
  if (!state) unmark(link);
  else if (link.getAttribute(stateName) !== state) {
    link.setAttribute(stateName, state);
    link.setAttribute(wordsName, text(words[state]));
  }
}

function unmark(link: Element): void {
  if (!link.hasAttribute(stateName)) return;
  link.removeAttribute(stateName);
  link.removeAttribute(wordsName);
}
