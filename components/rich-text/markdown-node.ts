import createSanitiser, { type Config } from 'dompurify';
import { text as words } from '../../lib/text';
import { linkAddress } from './address';
import { type DrawFormula, formulaClass } from './formulas';
import { markdownHtml } from './markdown-html';

const sanitiser = createSanitiser(window);

const blocks = ['p', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br'];
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];

/** What may stand in an attribute that leads nowhere is anything: only addresses are checked. */
const leadNowhere = ['start', 'value', 'align', 'type', 'checked', 'data-tex', 'data-kind'];

const policy = {
  ALLOWED_TAGS: [...blocks, ...tables, 'code', 'em', 'strong', 'del', 'a', 'span', 'input'],
  ALLOWED_ATTR: ['href', ...leadNowhere],
  ADD_URI_SAFE_ATTR: leadNowhere,
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} as const satisfies Config;

function finishLink(link: HTMLAnchorElement): void {
  const address = linkAddress(link.getAttribute('href') ?? '');
  if (!address) {
    link.replaceWith(...link.childNodes);
    return;
  }
  if (!link.textContent.trim()) link.textContent = address;
  link.href = address;
  link.target = '_blank';
  link.rel = 'noreferrer noopener';
}

function finishBox(box: HTMLInputElement): void {
  box.type = 'checkbox';
  box.disabled = true;
  box.setAttribute('aria-label', words(box.checked ? 'noteTaskDone' : 'noteTaskOpen'));
}

function finishTable(table: HTMLTableElement): void {
  const frame = document.createElement('div');
  frame.className = 'sideways';
  // Without this, only some browsers let the keyboard scroll it.
  frame.tabIndex = 0;
  table.replaceWith(frame);
  frame.append(table);
}

function finishFormula(place: HTMLElement, draw: DrawFormula): void {
  const isDisplay = place.dataset.kind === 'display';
  const node = draw(place.dataset.tex ?? '', isDisplay);
  const shown = document.createElement(node ? 'span' : 'code');
  shown.className = node ? formulaClass(node, isDisplay) : 'tex';
  shown.dir = 'ltr';
  shown.append(node ?? place.textContent);
  place.replaceWith(shown);
}

/**
 * A note's Markdown as elements, sanitised.
 * @param text Untrusted.
 * @param draw Draws formulas; without it they stay as they are written.
 * @throws RangeError when the text is nested too deeply.
 */
export function markdownNode(text: string, draw: DrawFormula | undefined): DocumentFragment {
  const fragment = sanitiser.sanitize(markdownHtml(text), policy);
  for (const link of fragment.querySelectorAll('a')) finishLink(link);
  for (const box of fragment.querySelectorAll('input')) finishBox(box);
  for (const table of fragment.querySelectorAll('table')) finishTable(table);
  for (const block of fragment.querySelectorAll<HTMLElement>('p, h4, h5, h6, li, blockquote, td'))
    block.dir = 'auto';
  if (draw)
    for (const place of fragment.querySelectorAll<HTMLElement>('[data-tex]'))
      finishFormula(place, draw);
  return fragment;
}
