import type { Identity } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import type { Digest, Examples, PageKind } from '../site';
import { present, textOf, tidy } from '../text';
import { doiLinked, type Entry, linked, namesIn, pdfOf, readingOf } from './entries';
import { surely, written } from './labelled';
import { searchPage } from './pages';
import { saysNothing, writtenDay } from './words';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://arxiv.org/search/?query=world+models&searchtype=all&source=header',
    'https://arxiv.org/search?query=world+models',
    'https://arxiv.org/search/cs?searchtype=author&query=Kernbach%2C+S',
    'https://arxiv.org/search/advanced?advanced=&terms-0-operator=AND&terms-0-term=agents&terms-0-field=title',
  ],
  counterexamples: [
    'https://arxiv.org/search/',
    'https://arxiv.org/search/advanced',
    'https://arxiv.org/search/?query=%20',
    'https://arxiv.org/searching?query=a',
    'https://arxiv.org/search/cs/extra?query=a',
  ],
};

/** What the site's own search finds. */
export const search: PageKind = {
  ...searchPage,
  placement: 'corner',
  isStatic: true,
  read: (document, url) =>
    readingOf(searchPage.digest(url) as Digest, hits(document), saysNothing(document)),
};

function hits(document: Document): Entry[] {
  return [
    ...document.querySelectorAll<HTMLElement>('li.arxiv-result, li:has(> * a[href*="/abs/"])'),
  ]
    .filter((element) => !element.closest('nav,header,footer'))
    .flatMap((element) => {
      const identity = linked(element.querySelector('.list-title') ?? element);
      return identity ? [{ element, identity, paper: () => paperOf(element, identity) }] : [];
    });
}

function paperOf(entry: Element, identity: Identity): Paper {
  const title = written(entry.querySelector('.title'), limits.title);
  const abstract = written(entry.querySelector('.abstract-full'), limits.abstract);
  const authors = entry.querySelector('.authors');
  const shown = namesIn(authors);
  const [, more] = /\((\d+) additional authors? not shown\)/.exec(authors?.textContent ?? '') ?? [];
  const doi = doiLinked(entry);
  const notes = [...entry.querySelectorAll('p.comments')];
  const note = (label: RegExp) =>
    surely(
      notes.find(({ textContent }) => label.test(textContent.trim())),
      limits.abstract,
    );
  const tags = [...entry.querySelectorAll('.tag[data-tooltip]')];
  return present<Paper>({
    ...identity,
    aliases: doi ? [doi] : undefined,
    title: title.text,
    // A list that goes on is no list of authors.
    authors: more ? undefined : shown,
    authorCount: more ? Number(more) + (shown?.length ?? 0) : undefined,
    abstract: abstract.isSure ? abstract.text?.replace(/\s*△ Less$/, '') : undefined,
    publishedAt: submittedIn(entry),
    venue: note(/^journal ref/i)?.slice(0, limits.title),
    authorsComment: note(/^comments/i),
    categories: tags.flatMap((tag) => tidy(tag.textContent, limits.name) ?? []),
    pdfUrl: pdfOf(identity),
    unsure: title.text && !title.isSure ? ['title'] : undefined,
  });
}

/** "Submitted 15 April, 2026; v1 submitted 3 March, 2026": the first version's day. */
function submittedIn(entry: Element): string | undefined {
  const line = [...entry.querySelectorAll('p')].find(({ textContent }) =>
    /^\s*Submitted\b/.test(textContent),
  );
  const text = textOf(line, limits.abstract) ?? '';
  return writtenDay(/v1 submitted.*/.exec(text)?.[0] ?? text);
}
