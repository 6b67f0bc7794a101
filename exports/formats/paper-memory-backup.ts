import { memoryNote } from '../../imports/parts/notes';
import { citationKey, defaultKeyPattern } from '../citation-keys';
import { type ExportFormat, onePerPaper } from '../format';
import {
  extraOf,
  givenFirst,
  idIn,
  line,
  type OutgoingPaper,
  personsOf,
  savedOf,
  urlOf,
  yearOf,
} from '../outgoing';
import { bibtexEntry } from './bibtex';
import { tagSlug } from './tag-slug';

/**
 * PaperMemory's own file, version 1.1.0: what came from there goes back as it was, with the reader's words of today
 * (https://github.com/vict0rsch/PaperMemory, src/shared/js/utils/data.js).
 */
export const paperMemoryBackup: ExportFormat = {
  id: 'papermemory',
  extension: 'json',
  mediaType: 'application/json',
  hasKeys: true,
  carries: ['notes', 'tags', 'status', 'rest'],
  write: (papers, { keyPattern = defaultKeyPattern }) => {
    const keys = new Set<string>();
    const ids = new Set<string>();
    return onePerPaper(papers, {
      before: '{\n"__dataVersion": 10100',
      after: '\n}\n',
      paper: (paper) => {
        const entry = entryOf(paper, citationKey(paper, keyPattern, keys));
        if (!entry || ids.has(entry.id)) return undefined;
        ids.add(entry.id);
        return `,\n${JSON.stringify(entry.id)}: ${JSON.stringify(entry)}`;
      },
    });
  },
};

interface MemoryEntry extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

function entryOf(paper: OutgoingPaper, key: string): MemoryEntry | undefined {
  const before = extraOf(paper, 'papermemory');
  const arxiv = idIn('arxiv', paper);
  const url = urlOf(paper);
  if (!url) return undefined;
  const title = line(paper.title ?? '') || paper.id;
  const known = typeof before.pdfLink === 'string' ? before.pdfLink : undefined;
  const pdfLink = known ?? (arxiv ? `https://arxiv.org/pdf/${arxiv}` : url);
  return {
    source: arxiv ? 'arxiv' : 'website',
    pdfLink,
    md: `[${title}](${pdfLink})`,
    bibtex: bibtexEntry({ ...paper, tags: [], note: '' }, key),
    key,
    doi: idIn('doi', paper) ?? '',
    lastOpenDate: savedOf(paper) ?? '',
    favoriteDate: '',
    count: 1,
    code: {},
    ...before,
    id: typeof before.id === 'string' && before.id ? before.id : idFor(paper, arxiv, url),
    title,
    author: personsOf(paper).map(givenFirst).join(' and '),
    year: yearOf(paper) ?? '',
    venue: paper.venue ?? '',
    note: noteOf(paper, before.note),
    tags: [...new Set(paper.tags?.map(Object.keys(before).length ? line : tagSlug))],
    codeLink: paper.codeUrl ?? '',
    favorite: paper.starred ?? false,
    addDate: savedOf(paper) ?? '',
  };
}

/** What stood there, with what machines wrote into it, where it says what the reader's note says. */
function noteOf({ note = '' }: OutgoingPaper, before: unknown): string {
  return typeof before === 'string' && (memoryNote(before).note ?? '') === note ? before : note;
}

function idFor(paper: OutgoingPaper, arxiv: string | undefined, url: string): string {
  if (arxiv) return `Arxiv-${arxiv.replace('/', '_')}`;
  return `Website_${(idIn('doi', paper) ?? url.replace(/^https?:\/\//, '')).replace(/[^\w.-]+/g, '-')}`;
}
