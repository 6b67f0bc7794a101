import type { Paper } from '../../papers/paper';
import { dayIn, httpUrl, limits, ownText, present, textOf, tidy } from '../text';
import { linesOf, longestText, submitterIn } from './details';

/** What a paper's page shows, apart from which paper it is, and the title's element. */
export interface ShownPaper {
  readonly shown: Omit<Paper, 'id'>;
  readonly heading: HTMLElement | undefined;
}

/**
 * Takes a paper's page, and its title where that is known already; gives what the page shows: the `h1`, the names
 * after "Authors:", the text under "Abstract", with help from the `og:` tags. An error page's `h1` is no title.
 */
export function readPaperPage(document: Document, now: Date, title?: string): ShownPaper {
  const main = document.querySelector('main') ?? document.body;
  const candidates = [...main.querySelectorAll<HTMLElement>('h1')].filter(
    (candidate) => !/^[45]\d\d\b/.test(candidate.textContent.trim()),
  );
  const heading =
    candidates.find((candidate) => textOf(candidate, limits.title) === title) ?? candidates[0];
  const lines = linesOf(main, heading);
  const published = lines
    .map(({ text }) => dayIn(/^Published on (\w+ \d+(?:, \d{4})?)/.exec(text)?.[1], now))
    .find(Boolean);
  const shown = present<Omit<Paper, 'id'>>({
    title: textOf(heading, limits.title) ?? sharedTitle(document),
    authors: authorsIn(
      lines.map(({ element }) => element),
      heading,
    ),
    abstract: abstractIn(lines.map(({ element }) => element)),
    publishedAt: published,
    submittedBy: submitterIn(lines),
    thumbnailUrl: thumbnailOf(document),
  });
  return { shown, heading };
}

function openGraph(document: Document, name: string): string | undefined {
  const tag = document.querySelector(`meta[property="og:${name}"]`);
  return tag?.getAttribute('content') ?? undefined;
}

function sharedTitle(document: Document): string | undefined {
  return tidy(/^Paper page - (.*)$/s.exec(openGraph(document, 'title') ?? '')?.[1], limits.title);
}

/** Pages without a picture of their own share the site's, which is no thumbnail of the paper. */
function thumbnailOf(document: Document): string | undefined {
  const image = httpUrl(openGraph(document, 'image'));
  return image?.includes('/papers/') ? image : undefined;
}

function authorsIn(
  elements: readonly Element[],
  heading: Element | undefined,
): string[] | undefined {
  const label = elements.find((element) => /^Authors?:/.test(ownText(element)));
  if (!label) return undefined;
  const parent = label.parentElement;
  const box = parent && !parent.contains(heading ?? null) ? parent : label;
  const texts = [box, ...box.querySelectorAll('*')].map((element) => ownText(element));
  const names = texts
    .flatMap((text) => text.replace(/^Authors?:/, '').split(/[,·•]/))
    .flatMap((name) => tidy(name, limits.name) ?? [])
    .slice(0, limits.names);
  return names.length ? names : undefined;
}

function abstractIn(elements: readonly Element[]): string | undefined {
  const heading = elements.find((element) => /^abstract$/i.test(ownText(element)));
  const under: Element[] = [];
  for (let next = heading?.nextElementSibling; next; next = next.nextElementSibling) {
    if (/^H[1-6]$/.test(next.tagName)) break;
    under.push(next);
  }
  return longestText(
    under.flatMap((element) => [{ element, text: ownText(element) }, ...linesOf(element)]),
  );
}
