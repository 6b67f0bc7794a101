import { arxivIdentity, doiIdentity, urlIdentity } from '../identity';
import { decoded } from '../ids';
import type { PaperId } from '../paper';
import { linkedPaper } from '../paper-at';
import { unwrap } from '../unwrap';
import { operators } from './query';

const canonical = /^(?:(acl|openreview)\s*:\s*([^\s:/]+)|(pmid)\s*:?\s*(\d{1,8}))$/i;
/** What no id and no address is without; most words are told apart by it at once. */
const sign = /[./:：%]|pmid/i;
const labels = /^(?:(?:arxiv|doi|url)[\s:]+)+(?=h?ttps?:?\/)/i;
/** A scheme, typed several times perhaps, its colon lost perhaps. */
const schemes = /^(?:h?ttps?(?::\/*|\/\/))+/i;
/**
 * What stands before an address that is no part of it: the label of a line, the mark of a list, HTML and LaTeX, what a browser
 * or a viewer puts there. An address may have another one within: it is the host's that begins it.
 */
const lead =
  /^(?!h?ttps?(?::|\/\/|%3a)|["'(<[]*(?:[\w-]+\.)+[\w-]+[/?]).*?(?=https?(?::|%3a)(?:\/|%2f))/is;
/** Conditions of a search have addresses for values. */
const condition = new RegExp(`^-?(?:${operators.join('|')})[:：]`, 'i');

/**
 * The paper that a piece of a search names: by arXiv id, DOI, canonical id or address, in whatever
 * punctuation a sentence, a list of references or Markdown put around it.
 * @returns `undefined` when it is a word like any other.
 */
export function paperIdIn(piece: string): PaperId | undefined {
  if (!sign.test(piece)) return undefined;
  if (condition.test(piece)) return undefined;
  const bare = piece.replace(lead, '');
  const text = unwrap(/^https?%3a/i.test(bare) ? decoded(bare) : bare).replace(labels, '');
  const isAddress = schemes.test(text) || schemes.test(bare);
  const isAlone = !/\w\s/.test(piece.slice(0, piece.length - bare.length));
  const named = isAddress ? undefined : (arxivIdentity(text) ?? doiIdentity(text));
  if (named) return named.id;
  const [, scheme, id, pmid, number] = canonical.exec(text) ?? [];
  if (scheme ?? pmid) return `${(scheme ?? pmid)?.toLowerCase()}:${id ?? number}`;
  if (!isAddress && !/^[\w-]+(?:\.[\w-]+)+\/./.test(text)) return undefined;
  const address = `https://${text.replace(schemes, '')}`;
  const known = URL.canParse(address) ? linkedPaper(new URL(address)) : undefined;
  return (known ?? (isAddress && isAlone ? lastResort(piece, text) : undefined))?.id;
}

/** Any other web page: as it was typed, where it was typed as one, since its address may end in a sign. */
function lastResort(piece: string, text: string): { readonly id: PaperId } | undefined {
  const address = /^https?:\/\/./i.test(piece) ? piece : text;
  return /^https?:\/\/./i.test(address) && URL.canParse(address)
    ? urlIdentity(new URL(address))
    : undefined;
}

/** A comparison of a count, such as `>=50`. */
export interface Comparison {
  readonly sign: '>' | '>=' | '<' | '<=' | '=';
  readonly count: number;
}

/**
 * Reads a comparison; a number alone means exactly that many.
 * @returns `undefined` when it is none.
 */
export function comparisonIn(text: string): Comparison | undefined {
  const [, sign = '=', count] = /^([<>]=?|=)?(\d{1,9})$/.exec(text) ?? [];
  return count === undefined ? undefined : { sign: sign as Comparison['sign'], count: +count };
}
