import type { Paper } from '../../papers/paper';
import { countIn, dayIn, httpUrl, limits, ownText, present, resolve, textOf } from '../text';
import { type Head, linkedPaper } from './head';

/** An element of a card with the text that stands directly in it. */
interface Line {
  readonly element: Element;
  readonly text: string;
}

/** Takes a card and its head; gives what the card shows of the paper: never more than id, title and what is there. */
export function readDetails(card: Element, head: Head, url: URL, now: Date): Paper {
  const lines = linesOf(card, head.title);
  const links = lines.filter(({ element }) => element.matches('a')).map(({ element }) => element);
  const [dated, date, commentsAfter] = find(
    lines,
    /^[·•\s]*([A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)(?:[·•\s]+(\d+))?$/,
  );
  const leadsToPaper = (link: Element) => linkedPaper(link, url)?.id === head.identity.id;
  const own = links.filter(leadsToPaper);
  const discussion = own.find((link) => hashOf(link, url) === '#community');
  const counter = own.find((link) => link !== discussion && countIn(shortText(link)) !== undefined);
  return present<Paper>({
    ...head.identity,
    title: textOf(head.title, limits.title),
    authorCount: countIn(find(lines, /^[·•\s]*(\d[\d,]*) authors?$/i)[1]),
    organization: organizationIn(links, url),
    abstract: longestText(
      lines.filter(({ element }) => {
        const link = element.closest('a');
        return !link || leadsToPaper(link);
      }),
    ),
    publishedAt: machineDay(card) ?? dayIn(date, now),
    submittedBy: submitterIn(lines),
    upvotes: upvotesIn(card),
    comments: countIn(shortText(discussion)) ?? countIn(commentsAfter ?? numberAfter(lines, dated)),
    codeStars: countIn(shortText(counter)),
    thumbnailUrl: thumbnailIn(own, url),
  });
}

/** Takes an element and what in it to leave out; gives every element with its own text, in page order. */
export function linesOf(root: Element, without?: Element): Line[] {
  return [...root.querySelectorAll('*')]
    .filter((element) => !without?.contains(element))
    .map((element) => ({ element, text: ownText(element) }));
}

/** Takes lines; gives the longest running text among them (an abstract), or `undefined` when all are short. */
export function longestText(lines: readonly Line[]): string | undefined {
  let longest: Line | undefined;
  for (const line of lines)
    if (line.text.length > Math.max(longest?.text.length ?? 0, 60)) longest = line;
  const element = longest?.element;
  const isInline = element?.matches('a,b,code,em,i,mark,strong,sub,sup');
  return textOf(isInline ? element?.parentElement : element, limits.abstract);
}

/** Takes lines; gives the user name after "Submitted by", or `undefined`. */
export function submitterIn(lines: readonly Line[]): string | undefined {
  for (const { element, text } of lines) {
    const submitted = /^[·•\s]*Submitted by ?([\w.-]+)?/;
    if (!submitted.test(text)) continue;
    const name = submitted.exec(shortText(element) ?? '')?.[1];
    if (name) return name;
  }
  return undefined;
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

function shortText(element: Element | undefined): string | undefined {
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
      !shortText(link.parentElement ?? undefined)?.startsWith('Submitted by')
    );
  });
  return shortText(profile);
}

/** The vote is a checkbox with its number beside it, in a link to the login while nobody is logged in. */
function upvotesIn(card: Element): number | undefined {
  const vote = card.querySelector('input[type="checkbox"]')?.parentElement;
  return (
    countIn(shortText(vote ?? undefined)) ??
    countIn(shortText(card.querySelector('a[href*="/login?next="]') ?? undefined))
  );
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
