import type { ImportFormat } from '../types';
import { bibtex } from './bibtex';
import { bookmarks } from './bookmarks';
import { csl } from './csl';
import { csv } from './csv';
import { markdown } from './markdown';
import { papermemory } from './papermemory';
import { paperpile } from './paperpile';
import { ris } from './ris';
import { text } from './text';
import { webPage } from './web-page';
import { zoteroRdf } from './zotero-rdf';

/** Every format that is read. The first one that recognises a text has it, so that the surest stand first: a note
 * in a table may hold an entry of BibTeX or RIS. */
export const formats: readonly ImportFormat[] = [
  papermemory,
  paperpile,
  csl,
  bookmarks,
  zoteroRdf,
  webPage,
  csv,
  ris,
  bibtex,
  markdown,
  text,
];
