import type { Part } from '../exports/along';
import type { MessageKey } from '../lib/text';

/** What each form of a citation is called. */
export const citationFormNames = {
  bibtex: 'formatBibtex',
  apa: 'citeApa',
  vancouver: 'citeVancouver',
  harvard1: 'citeHarvard',
} as const satisfies Record<string, MessageKey>;

/** What each format is called, and what it is for; by the id of exports/formats/, and `backup`. */
export const formatWords: Readonly<Record<string, readonly [name: MessageKey, use: MessageKey]>> = {
  bibtex: ['formatBibtex', 'formatBibtexUse'],
  biblatex: ['formatBiblatex', 'formatBiblatexUse'],
  ris: ['formatRis', 'formatRisUse'],
  csl: ['formatCsl', 'formatCslUse'],
  'zotero-rdf': ['formatZotero', 'formatZoteroUse'],
  csv: ['formatCsv', 'formatCsvUse'],
  markdown: ['formatMarkdown', 'formatMarkdownUse'],
  vault: ['formatVault', 'formatVaultUse'],
  bookmarks: ['formatBookmarks', 'formatBookmarksUse'],
  'papermemory-list': ['formatPaperMemoryList', 'formatPaperMemoryListUse'],
  papermemory: ['formatPaperMemory', 'formatPaperMemoryUse'],
  'web-page': ['formatWebPage', 'formatWebPageUse'],
  backup: ['formatBackup', 'formatBackupUse'],
};

/** What each part of a paper is called where the reader chooses what goes along. */
export const partNames: Readonly<Record<Part, MessageKey>> = {
  notes: 'takeNotes',
  tags: 'tagsName',
  status: 'takeStatus',
  abstract: 'abstract',
  rest: 'takeRest',
};
