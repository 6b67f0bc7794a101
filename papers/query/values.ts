import { arxivIdentity, doiIdentity, identify, urlIdentity } from '../identity';
import type { PaperId } from '../paper';

/**
 * The paper that a piece of a search names: by arXiv id, DOI, canonical id or address.
 * @returns `undefined` when it is a word like any other.
 */
export function paperIdIn(piece: string): PaperId | undefined {
  if (/^(?:acl|openreview|pmid):[^\s:]/.test(piece)) return piece;
  const named = arxivIdentity(piece) ?? doiIdentity(piece);
  if (named) return named.id;
  const isAddress = /^https?:\/\/./i.test(piece);
  if (!isAddress && !/^[\w-]+(?:\.[\w-]+)+\/./.test(piece)) return undefined;
  const address = isAddress ? piece : `https://${piece}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return (identify(url) ?? (isAddress ? urlIdentity(url) : undefined))?.id;
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
