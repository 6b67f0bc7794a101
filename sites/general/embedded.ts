import { isRepository } from '../../imports/parts/entry';
import { limits } from '../../papers/limits';
import type { Paper, PaperId } from '../../papers/paper';
import { httpUrl, present } from '../text';
import { countOfDois, identityOfPage } from './claims';
import { publishedIn } from './dates';
import { isThing, listOf, type Thing, textIn, thingsIn, typesOf } from './json-ld';
import { isOtherKind, paperTypes } from './kind-of-page';
import { MetaTags } from './meta-tags';
import * as vocabulary from './vocabulary';
import { namesIn, plainWords, SiteNames, titleIn } from './words';

/**
 * What a page's metadata say: of which paper it is, or that it is none's, with the ids that it has all the same;
 * `undefined` where they say nothing.
 */
export type Embedded =
  | { readonly paper: Paper }
  | { readonly otherIds: readonly PaperId[] }
  | undefined;

/**
 * Reads the metadata of a paper's own page: Highwire's, BE Press' and Eprints' tags, Dublin Core, PRISM, JSON-LD. What
 * is known to lie is passed over: placeholders, the site's name as an author, HTML in titles, tags of the paper before.
 * @param url Its address.
 */
export function readEmbedded(document: Document, url: URL): Embedded {
  const tags = new MetaTags(document);
  const things = thingsIn(document);
  if (isOtherKind(tags, things)) {
    const { id, aliases = [] } = identityOfPage(document, url, tags) ?? {};
    return { otherIds: id === undefined ? [] : [id, ...aliases] };
  }
  const thing = paperAmong(things, url);
  const isScholarly = vocabulary.scholarlyTitles.some((name) => tags.first([name]));
  if (!isScholarly && !thing && !tags.hasAny('dc') && !tags.hasAny('prism.')) return undefined;
  const identity = identityOfPage(document, url, tags, thing ? idsOf(thing) : []);
  const titles = titlesIn(tags, thing);
  if (!identity || isList(titles, tags, identity.id)) return undefined;
  const site = new SiteNames([...tags.every(vocabulary.siteNames), url.hostname]);
  const [title] = titles.flatMap((text) => titleIn(text, site) ?? []);
  const authors = namesIn(tagged(tags, thing), site);
  // A page that only has a title, as any may, is a paper's where an identifier says so.
  const isNamed = isScholarly
    ? authors.length > 0 || isIdentified(identity.id)
    : isIdentified(identity.id);
  if (!title || !(isNamed || thing)) return undefined;
  const { isAddressed, aliases, ...known } = identity;
  return {
    paper: present<Paper>({
      ...known,
      aliases: aliases.length ? aliases : undefined,
      title,
      authors: authors.length ? authors : undefined,
      ...factsIn(tags, thing, url),
      source: isAddressed || !known.id.startsWith('arxiv:') ? 'page' : 'link',
      unsure: title.includes('\uFFFD')
        ? ['title', 'abstract']
        : isSure(tags)
          ? undefined
          : ['abstract'],
    }),
  };
}

function factsIn(tags: MetaTags, thing: Thing | undefined, url: URL): Partial<Paper> {
  const date = tags.first(vocabulary.dates) ?? textIn(thing?.datePublished ?? thing?.dateCreated);
  const venue = plainWords(tags.first(vocabulary.venues) ?? textIn(thing?.isPartOf));
  const abstract =
    tags.first(vocabulary.abstracts) ??
    textIn(thing?.abstract ?? thing?.description) ??
    tags.first(vocabulary.descriptions);
  return present<Partial<Paper>>({
    publishedAt: publishedIn(date),
    venue: venue && !isRepository(venue) ? venue : undefined,
    abstract: plainWords(abstract?.replace(/^abstract[:.\s]+/i, ''), limits.abstract),
    pdfUrl: httpUrl(tags.first(vocabulary.pdfs), url),
  });
}

/** Whether the abstract is one; a description may be its beginning. */
function isSure(tags: MetaTags): boolean {
  return (
    tags.first(vocabulary.abstracts) !== undefined ||
    tags.first(vocabulary.descriptions) === undefined
  );
}

function titlesIn(tags: MetaTags, thing: Thing | undefined): string[] {
  const own = [...tags.all(vocabulary.scholarlyTitles), ...tags.all(vocabulary.anyTitles)];
  return [...own, textIn(thing?.headline), textIn(thing?.name)].flatMap((text) => text ?? []);
}

/** Several titles are those of one paper's translations where an identifier says that it is one. */
function isList(titles: readonly string[], tags: MetaTags, id: string): boolean {
  const own = new Set(tags.all(vocabulary.scholarlyTitles));
  return countOfDois(tags) > 1 || (own.size > 2 && titles.length > 2 && !isIdentified(id));
}

function isIdentified(id: string): boolean {
  return !id.startsWith('url:');
}

function tagged(tags: MetaTags, thing: Thing | undefined): readonly string[] {
  const named = vocabulary.authorNames.map((name) => tags.all([name])).find(({ length }) => length);
  if (named) return named;
  return listOf(thing?.author ?? thing?.creator).flatMap((one) => personIn(one) ?? []);
}

/** A person's name as JSON-LD has it; of a group as well, which may be the site itself. */
function personIn(value: unknown): string | undefined {
  if (!isThing(value)) return textIn(value);
  const { familyName, givenName } = value;
  const name = textIn(value.name);
  if (name) return name;
  return [textIn(familyName), textIn(givenName)].filter(Boolean).join(', ') || undefined;
}

/** The one paper that a page's JSON-LD is about: of several the one with the page's address. */
function paperAmong(things: readonly Thing[], url: URL): Thing | undefined {
  const papers = things.filter((thing) => typesOf(thing).some((type) => paperTypes.has(type)));
  if (papers.length < 2) return papers[0];
  const isHere = (thing: Thing) =>
    [thing.url, thing['@id'], thing.mainEntityOfPage].some((value) => {
      const text = isThing(value) ? textIn(value['@id']) : textIn(value);
      return (
        text !== undefined &&
        URL.canParse(text, url) &&
        new URL(text, url).pathname === url.pathname
      );
    });
  return papers.find(isHere);
}

/** Texts of a thing that may be identifiers. */
function idsOf(thing: Thing): string[] {
  const values = [thing['@id'], thing.sameAs, thing.identifier, thing.url, thing.doi];
  return values.flatMap((value) =>
    listOf(value).flatMap((one) => {
      const text = isThing(one) ? textIn(one.value ?? one['@id']) : textIn(one);
      return text ?? [];
    }),
  );
}
