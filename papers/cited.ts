import { decoded, exactArxivId, exactDoi, type Identity } from './ids';
import { unwrap } from './unwrap';

const labels =
  /^(?:(?:oai|info|urn|e-?print)[\s:]+|arxiv(?:\.org)?(?:\s+(?:e-?|pre)prints?)?(?:[\s:]+|,\s+(?=abs|arxiv|pp?\.)|[._/-]?(?=\d))|pp?\.\s*(?=arxiv)|corr[\s,]+(?=abs)|abs\/)+/i;
const fileEndings = /(?:\.[a-z]\w{0,4})+$/i;
/** `[cs.LG] 3 Mar 2025` on the margin of a PDF, the year of a reference. */
const afterId =
  /\s*\[[a-z.-]+\](?:\s+\d{1,2}\s+\p{L}+\.?\s+\d{4})?$|\s+\d{1,2}\s+\p{L}{3,9}\.?\s+\d{4}$|(?:[,.]\s*|\s*\()(?:19|20)\d\d\)?$|\s*\(\d{1,2}\)(?=\.)|[-_][\w-]*(?=\.pdf$)/iu;

const doiPrefixes =
  /^(?:(?:h?ttps?:?\/*)?(?:\w+\.)*doi\.org\/+|(?:h?ttps?:?\/*|info:|urn:)*doi[\s:=/]+)+/i;
/** What a shared link has behind its address. */
const tracking = /[?&#](?:utm_\w+=|fbclid=|gclid=|:~:).*$/;

/**
 * Reads an arXiv identifier as people write it: with its label, typed twice even (`arXiv:arXiv:…`), as on
 * the margin of a PDF (`arXiv:2503.02130v1 [cs.LG] 3 Mar 2025`), as a file's name, in a sentence's punctuation.
 * @returns `undefined` when the text is no arXiv identifier.
 */
export function arxivIdentity(text: string): Identity | undefined {
  const bare = unwrap(decoded(text)).replace(labels, '').replace(afterId, '');
  return exactArxivId(bare.replace(fileEndings, ''));
}

/**
 * Reads a DOI as people write it, with or without its label or resolver, percent-encoded or not, in a
 * sentence's punctuation. `10.48550/arXiv.X` is the arXiv paper X.
 * @returns `undefined` when the text is no DOI.
 */
export function doiIdentity(text: string): Identity | undefined {
  return doiAt(decoded(text));
}

/**
 * Finds the DOI in the path of a resolver's address.
 * @param path Decoded.
 * @returns `undefined` when no part of the path is one.
 */
export function doiIn(path: string): Identity | undefined {
  const at = path.search(/(?<![\w.])10\.\d{4}/);
  return at < 0 ? undefined : (doiAt(path.slice(at)) ?? doiAt(decoded(path.slice(at))));
}

function doiAt(text: string): Identity | undefined {
  return exactDoi(unwrap(unwrap(text).replace(doiPrefixes, '').replace(tracking, '')));
}
