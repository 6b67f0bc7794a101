import { decoded, exactArxivId, exactDoi, type Identity } from './ids';
import { unwrap } from './unwrap';

const labels =
  /^(?:(?:oai|info|urn)[\s:]+|(?:e-?|pre)prints?(?:\s+at)?[\s:,=]+|doi[\s:]+(?=10\.48550)|10\.48550\/(?=arxiv)|arxiv(?:\.org)?(?:\s+(?:e-?|pre)prints?|[\s_]*(?:id|n[or]\b\.?|number))?(?:[\s:#=~[(]+|,\s+(?=abs|arxiv|pp?\.)|[._/-]?(?=\d))|pp?\.\s*(?=arxiv)|corr[\s,]+(?=abs|vol)|vol\.?\s+(?=abs)|(?:abs|pdf|html|arxiv)\/)+/i;
/** Where a file or a note is: `file:///home/ada/2503.02130v2.pdf`, `papers/2503.02130`; of any other number by its month. */
const folders = /^(?:file:.*\/|[a-z]:\\(?:.*\\)?|(?:[\w-]+\/)+)(?=\d\d(?:0[1-9]|1[0-2])\.\d{4})/i;
const fileEndings = /(?:\.[a-z]\w{0,9})+$/i;
/** `[cs.LG] 3 Mar 2025` on the margin of a PDF, the year of a reference, what a file or a link to its page is called. */
const afterId =
  /\s*\[[a-z., -]+\](?:\s+\d{1,2}\s+\p{L}+\.?\s+\d{4})?(?:\s+\((?:19|20)\d\d\))?$|\s*\([a-z.-]+\)$|\s+\d{1,2}\s+\p{L}{3,9}\.?\s+\d{4}$|(?:[,.]\s*|\s*\()(?:19|20)\d\d[a-z]?\)?$|\s*\(\d{1,2}\)(?=\.)|[-_ ][^/]*(?=\.pdf$)|#\S*$/iu;

const doiPrefixes =
  /^(?:(?:h?ttps?:?\/*)?(?:\w+\.)*doi\.org\/+|(?:h?ttps?:?\/*|info:|urn:)*(?:doi|hdl)[\s:=/.#-]+)+/i;
/** What a shared link has behind its address. */
const tracking = /[?&#](?:utm_\w+=|fbclid=|gclid=|:~:).*$/;
/** Another id behind the first one. */
const another = /[;,]\s*(?:doi\b|https?:|pmid\b|arxiv\b|10\.\d{4,9}\/).*$/i;

/**
 * Reads an arXiv identifier as people write it: with its label, typed twice even (`arXiv:arXiv:…`), as on
 * the margin of a PDF (`arXiv:2503.02130v1 [cs.LG] 3 Mar 2025`), as a file's name, in a sentence's punctuation.
 * @returns `undefined` when the text is no arXiv identifier.
 */
export function arxivIdentity(text: string): Identity | undefined {
  const bare = unwrap(unwrap(decoded(text)).replace(folders, '').replace(labels, ''));
  const id = bare.replace(afterId, '').replace(fileEndings, '');
  return exactArxivId(unwrap(id));
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
  if (at < 0) return undefined;
  const text = path.slice(at);
  return doiAt(text) ?? doiAt(text.replace(/\s.*$/s, '')) ?? doiAt(decoded(text));
}

function doiAt(text: string): Identity | undefined {
  const bare = unwrap(text).replace(doiPrefixes, '').replace(tracking, '').replace(another, '');
  return exactDoi(unwrap(bare.replace(/^(10\.\d{4,9}\/) /, '$1')));
}
