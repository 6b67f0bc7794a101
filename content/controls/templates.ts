import type { PaperState } from '../../papers/paper';
import type { Likely } from './card-menus';
import style from './control.css?inline';
import { controlParts, markOf } from './control-parts';

/** Stands in a template for the title of a paper. */
const slot = '\uE000';

/**
 * What controls are made of: built once for each state, and copied for each card. A page may have hundreds, and the
 * browser copies nodes faster than a script makes them.
 */
export class Templates {
  readonly #shell: DocumentFragment;
  readonly #made = new Map<PaperState | Likely, DocumentFragment>();

  constructor(readonly document: Document) {
    const sheet = document.createElement('style');
    const box = document.createElement('div');
    box.tabIndex = -1;
    box.setAttribute('role', 'group');
    this.#shell = document.createDocumentFragment();
    this.#shell.append(sheet, box);
  }

  /** What is in its shadow root whatever it shows: the style sheet, then the box for the buttons. */
  shell(): Node {
    const shell = this.#shell.cloneNode(true);
    // In each copy: Firefox holds a copied text to the content security policy of the page.
    if (shell.firstChild) shell.firstChild.textContent = style;
    return shell;
  }

  /** The buttons for a paper in a state. */
  parts(title: string, state: PaperState): Node {
    return this.#copy(state, title, () => controlParts(this.document, slot, state));
  }

  /** The mark of a paper that is likely for the reader. */
  mark(title: string, likely: Likely): Node {
    return this.#copy(likely, title, () => [markOf(this.document, slot, likely)]);
  }

  #copy(of: PaperState | Likely, title: string, make: () => HTMLElement[]): Node {
    let template = this.#made.get(of);
    if (!template) {
      template = this.document.createDocumentFragment();
      template.append(...make());
      this.#made.set(of, template);
    }
    const parts = template.cloneNode(true) as DocumentFragment;
    for (const button of parts.children) {
      const name = button.getAttribute('aria-label');
      if (name)
        button.setAttribute(
          'aria-label',
          name.replace(slot, () => title),
        );
    }
    return parts;
  }
}
