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
  const { engine, items } = engineOf(style, localeOf(language));
  const lines = papers.map((paper, at) => {
    const id = String(at);
    items.set(id, { ...itemOf(paper), id });
    // Each by itself: a list of references would be sorted, numbered and told apart.
    engine.updateItems([id]);
    const [, entries] = engine.makeBibliography() || [{}, []];
    return line(entries.join(' ')).replace(/^(?:1\.|\[1\])\s*/, '');
  });
  engine.updateItems([]);
  items.clear();
  return lines.join('\n');
}

interface Citing {
  readonly engine: Engine;
  /** What it is asked for by id. */
  readonly items: Map<string, object>;
}

const engines = new Map<string, Citing>();

/** To make one takes far longer than a citation does, so that each is made once. */
function engineOf(style: CitationStyle, language: Locale): Citing {
  const name = `${style} ${language}`;
  const known = engines.get(name);
  if (known) return known;
  const items = new Map<string, object>();
  const system = {
    retrieveLocale: (wanted: string) => locales[localeOf(wanted)],
    retrieveItem: (id: string) => items.get(id) ?? {},
  };
  const engine = new Engine(system, styles[style], language, true);
  engine.setOutputFormat('text');
  engines.set(name, { engine, items });
  return { engine, items };
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
