import { instantIn } from '../parts/dates';
import { entryOf } from '../parts/entry';
import { LineCounter } from '../parts/lines';
import { markupSteps } from '../parts/markup';
import { titleOfPage } from '../parts/titles';
import type { ImportFormat, Parsed, Steps } from '../types';

/**
 * Bookmarks as browsers, linkding, Pinboard and Raindrop write them:
 * https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)
 */
export const bookmarks: ImportFormat = {
  id: 'bookmarks',
  extensions: ['html', 'htm'],
  recognises: ({ start }) =>
    /^<!DOCTYPE\s+NETSCAPE-Bookmark/i.test(start) ||
    /<title>Pocket Export<\/title>/i.test(start) ||
    /^<[\s\S]*?<DL>[\s\S]{0,2000}?<DT>\s*<(?:A|H3)\b/i.test(start),
  parse: parseBookmarks,
};

function* parseBookmarks({ text }: { readonly text: string }): Steps {
  const lines = new LineCounter(text);
  const reader = new BookmarkReader((offset) => lines.at(offset));
  for (const _ of markupSteps(text, reader)) {
    for (const link of reader.done.splice(0)) yield* entriesOf(link);
    yield undefined;
  }
  reader.finish();
  for (const link of reader.done) yield* entriesOf(link);
}

interface Bookmark {
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly folder: string;
  /** What stands above it, of Pocket: `Unread`, `Read Archive`. */
  readonly heading: string;
  title: string;
  description: string;
}

/** The longest title or description that is read on, in characters. */
const mostText = 5_100_000;

class BookmarkReader {
  readonly done: Bookmark[] = [];
  offset = (): number => 0;
  readonly #folders: string[] = [];
  /** A heading names the list that follows it. */
  #heading: string | undefined;
  #level: 'h1' | 'h3' | undefined;
  #open: Bookmark | undefined;
  #within: 'heading' | 'title' | 'description' | undefined;

  constructor(readonly lineAt: (offset: number) => number) {}

  onopentag = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (/^(?:dt|h[13]|dl|li)$/.test(name)) this.finish();
    if (name === 'h3' || name === 'h1') this.#begin(name);
    else if (name === 'dl') {
      // The first heading is the file's own.
      this.#folders.push(this.#level === 'h3' ? (this.#heading?.trim() ?? '') : '');
      this.#heading = undefined;
    } else if (name === 'a') {
      this.finish();
      const line = this.lineAt(this.offset());
      const folder = this.#folders.filter(Boolean).join('/');
      const heading = this.#heading?.trim() ?? '';
      this.#open = { line, attributes, folder, heading, title: '', description: '' };
      this.#within = 'title';
    } else if (name === 'dd' && this.#open) this.#within = 'description';
    else if (name === 'br' && this.#open && this.#within === 'description')
      this.#open.description += '\n';
  };

  ontext = (text: string): void => {
    if (this.#within === 'heading') this.#heading = `${this.#heading ?? ''}${text}`.slice(0, 500);
    else if (this.#open && this.#within === 'title' && this.#open.title.length < 2000)
      this.#open.title += text;
    else if (
      this.#open &&
      this.#within === 'description' &&
      this.#open.description.length < mostText
    )
      this.#open.description += text;
  };

  onclosetag = (name: string): void => {
    if (/^(?:h[13]|a)$/.test(name)) this.#within = undefined;
    else if (name === 'dl') {
      this.finish();
      this.#folders.pop();
    }
  };

  finish(): void {
    if (this.#open) this.done.push(this.#open);
    this.#open = undefined;
    this.#within = undefined;
  }

  #begin(level: 'h1' | 'h3'): void {
    this.#heading = '';
    this.#level = level;
    this.#within = 'heading';
  }
}

function* entriesOf({
  line,
  attributes,
  folder,
  heading,
  title,
  description,
}: Bookmark): Generator<Parsed, void> {
  const { href = '', time_added, add_date = time_added, tags = '', toread } = attributes;
  if (!/^https?:\/\//i.test(href)) {
    yield { kind: 'skipped', line, key: title.trim() || href.slice(0, 200), reason: 'noAddress' };
    return;
  }
  const labels = tags.split(',').map((tag) => tag.trim());
  const isArchived = labels.includes(archived);
  yield* entryOf({
    line,
    key: title.trim() || href,
    isLink: true,
    claims: { addresses: [href] },
    title: titleOfPage(title, href),
    tags: labels.filter((tag) => tag !== archived),
    folders: [folder],
    note: noteIn(description),
    status: statusOf({ isArchived, toread, heading: time_added ? heading : '' }),
    savedAt: instantIn(add_date),
    extra: ['bookmarks', bagOf(attributes, description)],
  });
}

/** The tag by which linkding marks what was put away. */
const archived = 'linkding:archived';

function statusOf(said: { isArchived: boolean; toread: string | undefined; heading: string }) {
  if (said.isArchived || /^read archive$/i.test(said.heading)) return 'read';
  return said.toread === '1' || /^unread$/i.test(said.heading) ? 'unread' : undefined;
}

/** linkding marks the reader's note within the description of the page. */
function noteIn(description: string): string | undefined {
  const text = description.replace(/\n\r|\r\n?/g, '\n');
  return (
    (/\[linkding-notes\]([\s\S]*?)(?:\[\/linkding-notes\]|$)/.exec(text)?.[1] ?? text).trim() ||
    undefined
  );
}

function* bagOf(
  attributes: Readonly<Record<string, string>>,
  description: string,
): Generator<[string, unknown]> {
  const homes = ['href', 'add_date', 'time_added', 'tags', 'toread', 'icon', 'icon_uri'];
  for (const [name, value] of Object.entries(attributes))
    if (!homes.includes(name)) yield [name, value];
  if (attributes.toread === '0') yield ['toread', '0'];
  if (attributes.tags?.includes(archived)) yield ['archived', archived];
  const page = description.split('[linkding-notes]')[0] ?? '';
  if (page !== description) yield ['description', page.trim()];
}
