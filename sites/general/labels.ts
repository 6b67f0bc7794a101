/** Words of links that say what they lead to and not how it is called. */
const words = new Set(
  `abs abstract access acl alphaxiv an and anthology appendix article arxiv at bib bibtex blog by camera citation citations cite code conference data dataset
   demo details discussion doi download edition electronic face for free from full fulltext github here homepage html hugging huggingface in information it journal
   link links material materials mb kb more of official on open openreview our paper papers pdf pmid post poster preprint
   proceedings project publication published publisher pubmed page read ready repo review scholar semantic site slides source
   supp supplement supplementary supplemental talk text the this thread to url version via video view website`.split(
    /\s+/,
  ),
);
const identifier =
  /^(?:https?:|www\.|10\.\d{4}|arxiv\s*:?\s*\d|doi:|\d{4}\.\d{4,5}|[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/\S*)?$)/i;

/** Tells whether a link only says what it leads to ("[PDF]", "View PDF on arXiv") or names an id: it is no title. */
export function isLabel(text: string): boolean {
  const plain = text.slice(0, 200).replace(/^[^\p{L}\d]+/u, '');
  if (identifier.test(plain)) return true;
  const said = plain.toLowerCase().match(/\p{L}+/gu) ?? [];
  return said.every((word) => words.has(word) || word.length < 2);
}
