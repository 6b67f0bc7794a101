import { isOn } from '../../papers/hosts';
import type { Identity } from '../../papers/ids';
import { limits } from '../../papers/limits';
import { resolve, textOf } from '../text';
import { huggingFaceHosts, huggingFacePaper } from './links';

/** What the headings of a card, or of a page, are. */
export const headings = 'h1,h2,h3,h4,h5,h6';

/** Takes a link; gives the paper whose page on Hugging Face it leads to, or `undefined`. */
export function linkedPaper(link: Element | null, url: URL): Identity | undefined {
  const target = resolve(link?.getAttribute('href'), url);
  if (!target || !isOn(huggingFaceHosts, target)) return undefined;
  return huggingFacePaper(target.pathname, target);
}

/** What a card is of: its paper, and the element that holds the title. */
export interface Head {
  readonly identity: Identity;
  readonly title: Element;
}

/**
 * Takes a card; gives its head, or `undefined` where it is no card: it is headed by something else, or by several.
 */
export function headOf(card: Element, url: URL): Head | undefined {
  const titles = [...card.querySelectorAll(headings)];
  const heads = titles.flatMap((title) => {
    const identity = headLink(title, url);
    return identity ? [{ identity, title }] : [];
  });
  if (heads.length) return oneOf(heads);
  // A heading that links elsewhere heads something else, a collection for instance.
  if (titles.some((title) => title.querySelector('a'))) return undefined;
  const links = [...card.querySelectorAll('a')].flatMap((link) => {
    const identity = linkedPaper(link, url);
    return identity ? [{ identity, title: link }] : [];
  });
  const head = oneOf(links.sort((left, right) => textLength(right.title) - textLength(left.title)));
  const title = titles[0] ?? head?.title;
  return head && title ? { ...head, title } : undefined;
}

/** Takes a heading; gives the paper it links to, or `undefined`. */
export function headLink(heading: Element, url: URL): Identity | undefined {
  for (const link of [...heading.querySelectorAll('a'), heading.closest('a')]) {
    const identity = linkedPaper(link, url);
    if (identity) return identity;
  }
  return undefined;
}

function oneOf(heads: readonly Head[]): Head | undefined {
  return new Set(heads.map(({ identity }) => identity.id)).size === 1 ? heads[0] : undefined;
}

function textLength(link: Element): number {
  const text = textOf(link, limits.title) ?? '';
  return /\bauthors?$/.test(text) ? 0 : text.length;
}
