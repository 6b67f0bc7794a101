import { IDBFactory } from 'fake-indexeddb';
import { wholePaper } from '../../exports/along';
import { defaultKeyPattern } from '../../exports/citation-keys';
import type { ExportFormat } from '../../exports/format';
import { type OutgoingPaper, personsOf } from '../../exports/outgoing';
import { closeConnection } from '../../store/database/connection';
import { readOutgoing } from '../../store/export/read';
import { savedIds } from '../../store/export/which';
import { importPapers } from '../../store/imports/write';
import { papersIn } from './imports';

/** When everything here is done, in ms. */
export const now = Date.UTC(2026, 10, 30);

/** All that is in the reading list, as it leaves. */
export async function leaving(withKeys = false): Promise<OutgoingPaper[]> {
  const papers: OutgoingPaper[] = [];
  const how = { along: wholePaper, ...(withKeys ? { keyPattern: defaultKeyPattern } : {}) };
  for await (const page of readOutgoing(await savedIds(), how, now)) papers.push(...page);
  return papers;
}

/** Puts what is in a file into the store. */
export async function bring(name: string, content: Blob, at = now): Promise<void> {
  const chosen = (await papersIn({ name, blob: content })).map((entry) => ({ entry }));
  await importPapers(chosen, { takesFolders: true, bringsBack: false }, at);
}

/** Begins with an empty store. */
export async function emptied(): Promise<void> {
  await closeConnection();
  globalThis.indexedDB = new IDBFactory();
}

/** Papers as a file of a format. */
export async function fileWith(
  format: ExportFormat,
  papers: readonly OutgoingPaper[],
): Promise<Blob> {
  const pieces: (string | Uint8Array<ArrayBuffer>)[] = [];
  for await (const piece of format.write([papers], { title: 'My reading list', now }))
    pieces.push(piece);
  return new Blob(pieces);
}

/** What a paper says under each heading of the table, to be compared; absent where it says nothing. */
export const headings: Readonly<Record<string, (paper: OutgoingPaper) => unknown>> = {
  Title: ({ title }) => title,
  Authors: (paper) => orNothing(personsOf(paper)),
  Venue: ({ venue }) => venue,
  'Date of publication': ({ publishedAt }) => publishedAt?.slice(0, 10),
  Abstract: ({ abstract }) => abstract,
  'arXiv id, DOI': ({ id, aliases = [] }) =>
    orNothing([id, ...aliases].filter((one) => /^(?:arxiv|doi):/.test(one)).sort()),
  Code: ({ codeUrl }) => codeUrl,
  Organisation: ({ organization }) => organization,
  Tags: ({ tags = [] }) => orNothing(tags.toSorted()),
  Note: ({ note }) => note?.trim(),
  // An unread paper is one of which nothing is said.
  Status: ({ status }) => (status === 'unread' ? undefined : status),
  Star: ({ starred }) => starred,
  'Date of saving': ({ savedAt }) => savedAt && Math.trunc(savedAt / 1000),
  'Citation key': ({ citationKey }) => citationKey,
};

function orNothing<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length ? list : undefined;
}

/** Of the papers that say something under a heading, which part has come back as it was: from 0 to 1. */
export function partBack(
  heading: string,
  before: readonly OutgoingPaper[],
  after: readonly OutgoingPaper[],
): number {
  const said = (paper: OutgoingPaper | undefined) =>
    paper && JSON.stringify(headings[heading]?.(paper));
  const byId = new Map(after.flatMap((paper) => idsOf(paper).map((id) => [id, paper])));
  const saying = before.filter((paper) => said(paper) !== undefined);
  const back = saying.filter((paper) => {
    const found = idsOf(paper).flatMap((id) => byId.get(id) ?? [])[0];
    return said(found) === said(paper);
  });
  return back.length / saying.length;
}

function idsOf({ id, aliases = [] }: OutgoingPaper): readonly string[] {
  return [id, ...aliases];
}
