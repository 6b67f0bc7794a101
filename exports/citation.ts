import locales from '@citation-js/plugin-csl/lib-mjs/locales.json';
import styles from '@citation-js/plugin-csl/lib-mjs/styles.json';
import { Engine } from 'citeproc';
import { cslItem } from './formats/csl-json';
import { line, type OutgoingPaper } from './outgoing';

/** The styles that a citation can be copied in, by the names that the Citation Style Language has for them. */
export const citationStyles = ['apa', 'vancouver', 'harvard1'] as const;
export type CitationStyle = (typeof citationStyles)[number];

/**
 * A citation of each paper, as a list of references would have it.
 * @param language BCP 47; American English stands in for those that there are no terms for.
 * @returns As plain text, in the order of the papers, a line each.
 */
export function formattedCitations(
  papers: readonly OutgoingPaper[],
  style: CitationStyle,
  language: string,
): string {
  return papers.map((paper) => formattedCitation(paper, style, localeOf(language))).join('\n');
}

/** One engine a paper: a list of references would be sorted, and numbered from its start. */
function formattedCitation(paper: OutgoingPaper, style: CitationStyle, language: Locale): string {
  const engine = new Engine(
    { retrieveLocale: (name) => locales[localeOf(name)], retrieveItem: () => itemOf(paper) },
    styles[style],
    language,
    true,
  );
  engine.setOutputFormat('text');
  engine.updateItems([paper.id]);
  const [, entries] = engine.makeBibliography() || [{}, []];
  return line(entries.join(' ')).replace(/^(?:1\.|\[1\])\s*/, '');
}

/** What belongs to the reader is no part of a citation. */
function itemOf({ tags: _tags, note: _note, ...paper }: OutgoingPaper): object {
  const { custom: _custom, keyword: _keyword, note: _extra, ...item } = cslItem(paper);
  return item;
}

type Locale = keyof typeof locales;

function localeOf(language: string): Locale {
  const names = Object.keys(locales) as Locale[];
  const [primary] = language.split('-');
  return (
    names.find((name) => name === language) ??
    names.find((name) => name.split('-')[0] === primary) ??
    'en-US'
  );
}
