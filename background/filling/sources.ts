import type { Source } from '../../papers/facts/sources';
import { arxivOf, doiOf, type Named, publishedDoiOf } from '../../papers/filling/filling';
import type { FillingSource } from '../../papers/filling/names';
import type { Paper } from '../../papers/paper';
import { arxivApiAddress, readArxivApi } from '../../sites/arxiv/api';
import { catalogueNames } from '../../sites/catalogues/catalogues';
import { crossrefAddress, crossrefWork, readCrossref } from '../../sites/catalogues/crossref';
import { dblpAddress, readDblp } from '../../sites/catalogues/dblp';
import { openAlexAddress, openAlexWork, readOpenAlex } from '../../sites/catalogues/openalex';
import { paperAddress, readPaper } from '../../sites/huggingface/api';
import { isJson, jsonIn } from '../fetching/get';

/** One service that knows papers, and how it wants to be asked. */
export interface Catalogue {
  readonly name: FillingSource;
  /** What the browser must allow. */
  readonly permission: string;
  /** What its word is worth; see `ranks` in papers/facts/sources.ts. */
  readonly said: Source;
  readonly accept: string;
  /** Between two questions, in ms. */
  readonly gap: number;
  /** How many papers one question may be about. */
  readonly most: number;
  /** By what it knows a paper; `undefined` where it cannot. */
  keyOf(paper: Named): string | undefined;
  /** The id of the paper that a key means. */
  idOf(key: string): string;
  /** Whether a key can only be asked for by itself. */
  isAlone?(key: string): boolean;
  /** Whether it looks for a paper, and may find others. */
  readonly isSearch?: true;
  address(keys: readonly string[]): string;
  reads(status: number, type: string): boolean;
  /** `error` where it says that the question was wrong; `undefined` where the answer is none of its. */
  read(text: string): readonly Paper[] | 'error' | undefined;
}

const second = 1000;
const arxivId = (key: string) => `arxiv:${key}`;
const doiId = (key: string) =>
  key.startsWith('10.48550/arxiv.') ? `arxiv:${key.slice('10.48550/arxiv.'.length)}` : `doi:${key}`;

const json = {
  accept: 'application/json',
  reads: (status: number, type: string) => status === 200 && isJson(type),
};

/** What a service answers in JSON; `undefined` where it is none. */
function within(text: string, read: (answer: unknown) => readonly Paper[] | undefined) {
  const answer = jsonIn(text);
  return answer === undefined ? undefined : read(answer);
}

/**
 * Who is asked, the first one first. The gaps: arXiv's is its own rule (https://info.arxiv.org/help/api/tou.html), the
 * others ask for ten questions a second at most, or name no number.
 */
export const catalogues: readonly Catalogue[] = [
  {
    name: 'huggingface',
    permission: catalogueNames.huggingface.permission,
    said: 'data',
    ...json,
    gap: second,
    most: 1,
    keyOf: arxivOf,
    idOf: arxivId,
    address: ([id = '']) => paperAddress(id),
    read: (text) =>
      within(text, (answer) => {
        const paper = readPaper(answer);
        return paper && [paper];
      }),
  },
  {
    name: 'arxiv',
    permission: catalogueNames.arxiv.permission,
    said: 'origin',
    accept: 'application/atom+xml',
    gap: 3 * second,
    most: 40,
    keyOf: arxivOf,
    idOf: arxivId,
    address: arxivApiAddress,
    // What it finds wrong with a question it says in a feed, too.
    reads: (status) => status === 200 || status === 400,
    read: readArxivApi,
  },
  {
    name: 'crossref',
    permission: catalogueNames.crossref.permission,
    said: 'data',
    ...json,
    gap: second,
    most: 20,
    keyOf: publishedDoiOf,
    idOf: doiId,
    isAlone: (doi) => doi.includes(','),
    address: (dois) => (dois.length > 1 ? crossrefAddress(dois) : crossrefWork(dois[0] ?? '')),
    read: (text) => within(text, readCrossref),
  },
  {
    name: 'openalex',
    permission: catalogueNames.openalex.permission,
    said: 'page',
    ...json,
    gap: second,
    most: 20,
    keyOf: doiOf,
    idOf: doiId,
    isAlone: (doi) => /[,|]/.test(doi),
    address: (dois) => (dois.length > 1 ? openAlexAddress(dois) : openAlexWork(dois[0] ?? '')),
    read: (text) => within(text, readOpenAlex),
  },
  {
    name: 'dblp',
    permission: catalogueNames.dblp.permission,
    said: 'page',
    ...json,
    gap: 2 * second,
    most: 1,
    isSearch: true,
    keyOf: doiOf,
    idOf: doiId,
    address: ([doi = '']) => dblpAddress(doi),
    read: (text) => within(text, readDblp),
  },
];
