import { isOn } from '../../../papers/hosts';
import type { OwnReader } from '../reading';
import { pageOf, paperOf, textsOf } from './paper';

/** The archive of linguistics. */
export const lingbuzz: OwnReader = {
  name: 'lingbuzz',
  reason: 'Its pages carry no metadata at all, and its addresses a session.',
  matches: (url) => isOn(['lingbuzz.net', 'ling.auf.net'], url) && numberIn(url) !== undefined,
  read: (document, url) => {
    const number = numberIn(url);
    const title = document.querySelector<HTMLElement>('center b a, center font b');
    if (!number || !title) return undefined;
    const head = title.closest('center') ?? title;
    const authors = [...head.querySelectorAll('a')].filter(
      (link) => !title.contains(link) && link !== title,
    );
    const paper = paperOf(
      {
        id: `url:https://lingbuzz.net/lingbuzz/${number}`,
        title: title.textContent ?? undefined,
        authors: textsOf(authors),
        date: head.lastChild?.textContent ?? undefined,
        abstract: abstractBehind(head),
        pdf: `/lingbuzz/${number}/current.pdf`,
      },
      url,
    );
    return pageOf(paper, title);
  },
};

function numberIn({ pathname }: URL): string | undefined {
  return /^\/lingbuzz\/(\d{6})(?:\/|$)/.exec(pathname)?.[1];
}

/** The text between the head and the table of facts. */
function abstractBehind(head: Element): string {
  let text = '';
  for (let node = head.nextSibling; node && node.nodeName !== 'TABLE'; node = node.nextSibling)
    text += node.textContent ?? '';
  return text;
}
