import { isPlaceholder, schemeOf } from '../../papers/claims';
import { arxivIdentity, doiIdentity, type Identity, identify } from '../../papers/identity';
import { exactArxivId } from '../../papers/ids';
import type { PaperId } from '../../papers/paper';
import { addressIn } from './addresses';

/** What is said of which paper an entry is of, in the order in which it is to be believed. */
export interface Claims {
  /** Fields that hold an arXiv id: `2503.02130v2`, `arXiv:2503.02130 [cs.LG]`, `hep-th/9901001`. */
  readonly arxiv?: readonly (string | undefined)[];
  readonly doi?: readonly (string | undefined)[];
  /** Addresses as they stand in the file. */
  readonly addresses?: readonly (string | undefined)[];
  /** Texts in which an arXiv id may stand under its name: a journal, a note of a machine. */
  readonly mentions?: readonly (string | undefined)[];
  /** Ids that were read elsewhere. */
  readonly known?: readonly (PaperId | undefined)[];
}

/** The ids of an entry. */
export interface FoundIds {
  readonly ids: readonly PaperId[];
  readonly version?: number;
  /** An arXiv id that has lost a digit. */
  readonly cut?: string;
}

const order = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'url', 'title'];

/** A number under the name of arXiv, with nothing beside it that would make it another one. */
const mentioned =
  /(?:arxiv(?:\.org)?[\s:./_-]*|\babs\/)+((?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?[/_]\d{7})(?:v\d{1,3})?)(?![\p{L}\p{N}]|\.\d)/iu;

/**
 * Finds the ids of an entry, the first of each scheme, the one to be known by first. An address tells an
 * arXiv id and a DOI always, an id of another kind only where no DOI is said: that is the same page's.
 */
export function idsOf({
  arxiv = [],
  doi = [],
  addresses = [],
  mentions = [],
  known = [],
}: Claims): FoundIds {
  const dois = doi.map((text) => text && doiIdentity(text));
  const links = addresses.map((address) => linkedPaper(address));
  const isNamed = [...dois, ...links].some((one) => one && schemeOf(one.id) === 'doi');
  const claimed = [
    ...arxiv.map((text) => text && arxivIn(text)),
    ...known.map((id) => (id ? { id } : undefined)),
    ...dois,
    ...links.filter((one) => one && (!isNamed || ['arxiv', 'doi'].includes(schemeOf(one.id)))),
    ...mentions.map((text) => text && mentionIn(text)),
  ].filter((one): one is Identity => Boolean(one) && !isPlaceholder((one as Identity).id));
  const cut = claimed.map(({ id }) => id).find(hasLostDigit);
  const sound = claimed.filter(({ id }) => isSound(id));
  const first = new Map<string, Identity>();
  for (const one of sound) if (!first.has(schemeOf(one.id))) first.set(schemeOf(one.id), one);
  const ids = [...first.values()].map(({ id }) => id).sort(byOrder);
  const versions = sound.flatMap(({ id, version }) => (version && id === ids[0] ? [version] : []));
  return {
    ids,
    ...(versions.length ? { version: Math.max(...versions) } : {}),
    ...(cut ? { cut: cut.slice('arxiv:'.length) } : {}),
  };
}

/** Sorts ids, the one that a paper is to be known by first. */
export function byOrder(one: PaperId, other: PaperId): number {
  const place = (id: PaperId) =>
    (order.indexOf(schemeOf(id)) + order.length + 1) % (order.length + 1);
  return place(one) - place(other);
}

/**
 * Tells whether an arXiv id has four digits where there are five since January 2015, as a spreadsheet leaves
 * it of one with a zero at its end. https://info.arxiv.org/help/arxiv_identifier.html
 */
export function hasLostDigit(id: PaperId): boolean {
  const [, month, number = ''] = /^arxiv:(\d{4})\.(\d+)$/.exec(id) ?? [];
  return month !== undefined && isMonth(month) && Number(month) >= 1501 && number.length === 4;
}

/** Tells whether an id can be one: of arXiv's, with a month and as many digits as that month had. */
export function isSound(id: PaperId): boolean {
  const [, month, number = ''] = /^arxiv:(\d{4})\.(\d+)$/.exec(id) ?? [];
  if (month === undefined) return true;
  return isMonth(month) && number.length === (Number(month) >= 1501 ? 5 : 4);
}

/** The paper that an address names. */
export function linkedPaper(address: string | undefined): Identity | undefined {
  const url = addressIn(address);
  return url && identify(url);
}

/** Reads a field that holds an arXiv id, whatever stands around it there. */
export function arxivIn(text: string): Identity | undefined {
  const plain = text.trim();
  return (
    exactArxivId(plain) ??
    arxivIdentity(plain) ??
    doiArxiv(plain) ??
    linkedPaper(plain) ??
    mentionIn(plain)
  );
}

/** Finds an arXiv id that stands in a text under arXiv's name. */
export function mentionIn(text: string): Identity | undefined {
  const found = mentioned.exec(text.slice(0, 2000))?.[1];
  return found === undefined ? undefined : exactArxivId(found.replace('_', '/'));
}

function doiArxiv(text: string): Identity | undefined {
  const identity = doiIdentity(text);
  return identity?.id.startsWith('arxiv:') ? identity : undefined;
}

function isMonth(text: string): boolean {
  const month = Number(text.slice(2));
  return month >= 1 && month <= 12 && Number(text) >= 704;
}
