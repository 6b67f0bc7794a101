import { exactArxivId } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper, PaperId } from '../../papers/paper';
import { dayIn, httpUrl, ownText, present, resolve, textOf, tidy } from '../text';
import { isTranslated, ownWords } from '../translated';
import { linesOf, proseIn, submitterIn } from './details';
import { pathUnderPapers } from './period';

/** What a paper's page shows, apart from which paper it is, and the title's element. */
export interface ShownPaper {
  readonly shown: Omit<Paper, 'id'>;
  readonly heading: HTMLElement | undefined;
}

/**
 * Takes a paper's page, and its title where that is known already; gives what the page shows: the `h1`, the names
 * after "Authors:", the text under "Abstract", with help from the `og:` tags. An error page's `h1` is no title.
 * Of a page that was translated it gives what nobody has been at: see `isTranslated`.
 */
export function readPaperPage(
  document: Document,
  id: PaperId,
  now: Date,
  title?: string,
): ShownPaper {
  const main = document.querySelector('main') ?? document.body;
  const candidates = [...main.querySelectorAll<HTMLElement>('h1')].filter(
    (candidate) => !/^[45]\d\d\b/.test(candidate.textContent.trim()),
  );
  const heading =
    candidates.find((candidate) => textOf(candidate, limits.title) === title) ?? candidates[0];
  const words = heading ? ownWords(heading, limits.title) : { isSure: !isTranslated(main) };
  const shared = tagsOf(document, id);
  const shownTitle = (words.isSure && words.text) || sharedTitle(shared) || words.text;
  const isSure = words.isSure || !words.text || shownTitle !== words.text;
  const shown = present<Omit<Paper, 'id'>>({
    title: shownTitle,
    ...(words.isSure ? wordsOf(main, heading, now) : {}),
    thumbnailUrl: thumbnailOf(shared),
    unsure: isSure ? undefined : ['title'],
  });
  return { shown, heading };
}

function wordsOf(main: Element, heading: HTMLElement | undefined, now: Date): Partial<Paper> {
  const lines = linesOf(main, heading);
  const elements = lines.map(({ element }) => element);
  return present<Omit<Paper, 'id'>>({
    authors: authorsIn(elements, heading),
    ...abstractIn(elements),
    publishedAt: lines
      .map(({ text }) => dayIn(/^Published on (\w+ \d+(?:, \d{4})?)/.exec(text)?.[1], now))
      .find(Boolean),
    submittedBy: submitterIn(lines),
  });
}

/** The `og:` tags of a page. A site that goes on without a load may leave those of the page before. */
function tagsOf(document: Document, id: PaperId): (name: string) => string | undefined {
  const tag = (name: string) =>
    document.querySelector(`meta[property="og:${name}"]`)?.getAttribute('content') ?? undefined;
  const named = resolve(tag('url'));
  const isOther = named && exactArxivId(pathUnderPapers(named) ?? '')?.id !== id;
  return isOther ? () => undefined : tag;
}

function sharedTitle(tag: (name: string) => string | undefined): string | undefined {
  return tidy(/^Paper page - (.*)$/s.exec(tag('title') ?? '')?.[1], limits.title);
}

/** Pages without a picture of their own share the site's, which is no thumbnail of the paper. */
function thumbnailOf(tag: (name: string) => string | undefined): string | undefined {
  const image = httpUrl(tag('image'));
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

/** Under "Abstract" stands the AI's summary, at times with a line that says so, and then the abstract. */
function abstractIn(elements: readonly Element[]): Pick<Paper, 'abstract' | 'aiSummary'> {
  const heading = elements.find((element) => /^abstract$/i.test(ownText(element)));
  const under: Element[] = [];
  for (let next = heading?.nextElementSibling; next; next = next.nextElementSibling) {
    if (/^H[1-6]$/.test(next.tagName)) break;
    under.push(next);
  }
  const lines = under
    .flatMap((element) => [{ element, text: ownText(element) }, ...linesOf(element)])
    .filter(({ element }) => !isTranslated(element));
  const label = lines.findIndex(({ text }) => /^AI-generated summary$/i.test(text));
  return present<Pick<Paper, 'abstract' | 'aiSummary'>>({
    abstract: textOf(proseIn(lines.slice(label + 1)), limits.abstract),
    aiSummary: textOf(proseIn(lines.slice(0, Math.max(label, 0))), limits.abstract),
  });
}
