import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { countIn, dayIn, httpUrl, ownText, present, resolve, textOf, tidy } from '../text';
import { isTranslated, ownWords } from '../translated';
import { type Head, linkedPaper } from './head';

/** An element of a card with the text that stands directly in it. */
interface Line {
  readonly element: Element;
  readonly text: string;
}

/**
 * Takes a card and its head; gives what the card shows of the paper: never more than id, title and what is there.
 * Of a card that was translated only what is in no language: see `isTranslated`.
 */
export function readDetails(card: Element, head: Head, url: URL, now: Date): Paper {
  const lines = linesOf(card, head.title);
  const links = lines.filter(({ element }) => element.matches('a')).map(({ element }) => element);
  const [dated, date, commentsAfter] = find(
    lines,
    /^[·•\s]*(?:Published on )?([A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)(?:[·•\s]+(\d+))?$/,
  );
  const own = links.filter((link) => linkedPaper(link, url)?.id === head.identity.id);
  const discussion = own.find((link) => hashOf(link, url) === '#community');
  const counter = own.find((link) => link !== discussion && countIn(shortText(link)) !== undefined);
  const code = codeIn(links, url);
  return present<Paper>({
    ...head.identity,
    ...wordsOf(card, head, { lines, links, own, url }),
    authorCount: countIn(find(lines, /^[·•\s]*(\d[\d,]*) authors?$/i)[1]),
    publishedAt: machineDay(card) ?? dayIn(date, now),
    upvotes: upvotesIn(card),
    comments: countIn(shortText(discussion)) ?? countIn(commentsAfter ?? numberAfter(lines, dated)),
    codeUrl: httpUrl(code?.getAttribute('href'), url),
    codeStars: countIn(shortText(counter)) ?? lastCount(code),
    thumbnailUrl: thumbnailIn(own, url),
  });
}

interface Parts {
  readonly lines: readonly Line[];
  readonly links: readonly Element[];
  /** The links to the paper's page. */
  readonly own: readonly Element[];
  readonly url: URL;
}

/** What a card says of its paper in words, which a translator may have been at. */
function wordsOf(
  card: Element,
  { title }: Head,
  { lines, links, own, url }: Parts,
): Partial<Paper> {
  const { text, isSure } = ownWords(title, limits.title);
  if (!isSure || isTranslated(card)) return text ? { title: text, unsure: ['title'] } : {};
  const linkOf = (element: Element | undefined) => element?.closest('a') ?? undefined;
  const prose = proseIn(
    lines.filter(({ element }) => {
      const link = linkOf(element);
      return !link || own.includes(link);
    }),
  );
  const shown = textOf(prose, limits.abstract);
  const field = shown && !linkOf(prose) && isSummary(shown) ? 'aiSummary' : 'abstract';
  return present<Omit<Paper, 'id'>>({
    title: text,
    organization: organizationIn(links, url),
    [field]: shown,
    submittedBy: submitterIn(lines),
    unsure: shown ? [field] : undefined,
  });
}

/**
 * Tells a summary from an abstract: it is one sentence, and shorter than the shortest of 2569 abstracts. Trending
 * cards show one for some papers and the abstract for others; search cards show the abstract, in a link to the paper.
 */
function isSummary(text: string): boolean {
  const sentence = /(?<!\b(?:e\.g|i\.e|vs|cf|al|resp|approx))[.!?…]["')\]]?\s+\p{Lu}/u;
  return text.length < 350 && !sentence.test(text);
}

/** Takes an element and what in it to leave out; gives every element with its own text, in page order. */
export function linesOf(root: Element, without?: Element): Line[] {
  return [...root.querySelectorAll('*')]
    .filter((element) => !without?.contains(element) && !element.closest('dialog'))
    .map((element) => ({ element, text: ownText(element) }));
}

/** Takes lines; gives the element of the longest running text among them, or `undefined` when all are short. */
export function proseIn(lines: readonly Line[]): Element | undefined {
  let longest: Line | undefined;
  for (const line of lines)
    if (line.text.length > Math.max(longest?.text.length ?? 0, 60)) longest = line;
  const element = longest?.element;
  const isInline = element?.matches('a,b,code,em,i,mark,strong,sub,sup');
  return (isInline ? element?.parentElement : element) ?? undefined;
}

/**
 * Takes lines; gives who stands after "Submitted by", or `undefined`: a user name on a card, a whole name with "on" and
 * a date behind it on a paper's page.
 */
export function submitterIn(lines: readonly Line[]): string | undefined {
  for (const { element, text } of lines) {
    if (!/(?:^|[·•]\s*)Submitted by\b/.test(text)) continue;
    const name = nameAfter(element) ?? nameAfter(element.parentElement);
    if (name) return name;
  }
  return undefined;
}

function nameAfter(element: Element | null): string | undefined {
  const [, rest = ''] = /\bSubmitted by (.*)/.exec(shortText(element) ?? '') ?? [];
  const dated = /^(.*) on [A-Z][a-z]{2,8}\.? \d{1,2}\b/.exec(rest)?.[1];
  return tidy((dated ?? rest).split(/ [·•] /)[0], limits.name);
}

function find(
  lines: readonly Line[],
  pattern: RegExp,
): [line?: Line, first?: string | undefined, second?: string | undefined] {
  for (const line of lines) {
    const match = pattern.exec(line.text);
    if (match) return [line, match[1], match[2]];
  }
  return [];
}

function shortText(element: Element | null | undefined): string | undefined {
  return textOf(element, limits.name);
}

function hashOf(link: Element, url: URL): string | undefined {
  return resolve(link.getAttribute('href'), url)?.hash;
}

function machineDay(card: Element): string | undefined {
  const time = card.querySelector('time[datetime]')?.getAttribute('datetime');
  return /^\d{4}-\d\d-\d\d/.exec(time ?? '')?.[0];
}

/** A profile's address is one path segment: `/Fudan-University`. So is a submitter's. */
function organizationIn(links: readonly Element[], url: URL): string | undefined {
  const profile = links.find((link) => {
    const target = resolve(link.getAttribute('href'), url);
    return (
      target?.hostname === url.hostname &&
      /^\/[^/]+\/?$/.test(target.pathname) &&
      !target.search &&
      target.pathname !== '/papers' &&
      shortText(link) &&
      !shortText(link.parentElement)?.startsWith('Submitted by')
    );
  });
  return shortText(profile);
}

/** The vote is a checkbox with its number beside it, on trending cards after the word "Upvote", in a link to the login while nobody is logged in. */
function upvotesIn(card: Element): number | undefined {
  const vote = card.querySelector('input[type="checkbox"]')?.parentElement;
  return lastCount(vote) ?? lastCount(card.querySelector('a[href*="/login?next="]'));
}

/** The number that a button's text ends with: "Upvote 117", "GitHub 110k", or "-" for none. */
function lastCount(button: Element | null | undefined): number | undefined {
  return countIn(/(?:-|\d[\d.,]*[km]?)$/i.exec(shortText(button) ?? '')?.[0]);
}

/** A repository's address is `https://github.com/owner/name`. */
function codeIn(links: readonly Element[], url: URL): Element | undefined {
  return links.find((link) => {
    const target = resolve(link.getAttribute('href'), url);
    const isHost = /^(?:www\.)?github\.com$/.test(target?.hostname ?? '');
    return isHost && /^\/[^/]+\/[^/]+\/?$/.test(target?.pathname ?? '');
  });
}

function numberAfter(lines: readonly Line[], line: Line | undefined): string | undefined {
  const after = line && lines.slice(lines.indexOf(line) + 1).find(({ text }) => text);
  return after && /^\d+$/.test(after.text) ? after.text : undefined;
}

/** Avatars of authors are list items. */
function thumbnailIn(links: readonly Element[], url: URL): string | undefined {
  for (const link of links) {
    const image = link.querySelector('img[src]');
    if (image && !image.closest('li')) return httpUrl(image.getAttribute('src'), url);
  }
  return undefined;
}
