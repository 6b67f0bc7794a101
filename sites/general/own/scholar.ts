import { target } from '../../../papers/carried';
import { urlIdentity } from '../../../papers/identity';
import type { Paper } from '../../../papers/paper';
import { linkedPaper } from '../../../papers/paper-at';
import { httpUrl, present, resolve } from '../../text';
import { asTitle } from '../card-title';
import type { OwnReader } from '../reading';
import { plainWords, SiteNames } from '../words';
import { listOf } from './paper';

/** Its results, and its alerts in whatever webmail shows them. */
const entries =
  '.gs_r h3 a, .gs_ri h3 a, a[class*="gse_alrt_title"], h3 a[href*="scholar_url?url="]';

/** Google Scholar: results, profiles' alerts, mails. */
export const scholar: OwnReader = {
  name: 'scholar',
  reason:
    'Most of what it lists has no identifier in its link; its entries are built alike in every mail.',
  matches: () => true,
  read: (document, url) => {
    const isHere = /(?:^|\.)scholar\.google\.[a-z.]+$/.test(url.hostname);
    if (!isHere && !document.querySelector('a[class*="gse_alrt_title"]')) return undefined;
    const links = [...document.querySelectorAll<HTMLAnchorElement>(entries)].slice(0, 1000);
    return listOf(links.map((link) => ({ paper: paperBehind(link, url), element: cardOf(link) })));
  },
};

function paperBehind(link: HTMLAnchorElement, url: URL): Paper | undefined {
  const address = resolve(link.getAttribute('href'), url);
  const title =
    asTitle(link.textContent ?? '', new SiteNames([])) ?? plainWords(link.textContent ?? '');
  if (!address || !/^https?:$/.test(address.protocol) || !title) return undefined;
  const page = target(address);
  const identity = linkedPaper(address) ?? urlIdentity(page);
  const line = bylineOf(link) ?? '';
  const [names = '', place = ''] = line.split(/\s+[-–]\s+/);
  const authors = names
    .split(',')
    .map((name) => plainWords(name.replace(/…/g, ''), 200))
    .filter((name): name is string => Boolean(name));
  return present<Paper>({
    ...identity,
    title,
    authors: authors.length && !names.includes('…') ? authors : undefined,
    publishedAt: /(?:^|\D)((?:19|20)\d\d)$/.exec(place)?.[1],
    pdfUrl: /\.pdf$/i.test(page.pathname) ? httpUrl(page.href) : undefined,
    source: 'link',
    unsure: ['title'],
  });
}

/** "Z Chen, S Kommrusch - arXiv preprint arXiv:1912.02015, 2019", below the title. */
function bylineOf(link: Element): string | undefined {
  const heading = link.closest('h3') ?? link;
  const shown = heading.parentElement?.querySelector('.gs_a') ?? heading.nextElementSibling;
  return plainWords(shown?.textContent ?? undefined);
}

/** Of a result its box; in a mail, which has none, the heading. */
function cardOf(link: Element): HTMLElement {
  return (link.closest('.gs_ri, .gs_r') ?? link.closest('h3') ?? link) as HTMLElement;
}
