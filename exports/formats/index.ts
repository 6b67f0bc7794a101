import type { ExportFormat } from '../format';
import { biblatex, bibtex } from './bibtex';
import { bookmarks } from './bookmarks';
import { cslJson } from './csl-json';
import { csv } from './csv';
import { markdown } from './markdown';
import { paperMemory } from './paper-memory';
import { paperMemoryBackup } from './paper-memory-backup';
import { ris } from './ris';
import { vault } from './vault';
import { webPage } from './web-page';
import { zoteroRdf } from './zotero-rdf';

/** Every format that papers leave in, in the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  bibtex,
  biblatex,
  ris,
  cslJson,
  zoteroRdf,
  csv,
  markdown,
  vault,
  bookmarks,
  paperMemory,
  paperMemoryBackup,
  webPage,
];
