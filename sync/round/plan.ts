import type { PaperId } from '../../papers/paper';
import { canonical } from '../../papers/words/stamp';
import { paperDocuments } from '../documents/names';
import { apartIn, readPaper } from '../documents/papers';
import { readRows } from '../documents/rows';
import {
  type Card,
  type IncomingPaper,
  type IncomingRow,
  type Local,
  type PaperWords,
  sliceSize,
} from '../local';
import { rebased } from '../rebase';
import type { Pulled } from './pull';
import type { Loss } from './report';
import type { Workspace } from './workspace';

/** A paper that came, beside what is here of it. */
export interface Change extends IncomingPaper {
  readonly title?: string;
  /** Absent where it was never met. */
  readonly here?: PaperWords;
  /** What is to stand here. */
  readonly result: PaperWords;
}

/** What applying would do. */
export interface Plan {
  /** By document. */
  readonly documents: ReadonlyMap<number, DocumentPlan>;
  readonly cards: ReadonlyMap<PaperId, Card>;
  readonly notesApart: readonly Loss[];
  readonly statesApart: number;
}

interface DocumentPlan {
  readonly papers: readonly Change[];
  readonly rows: readonly IncomingRow[];
}

/**
 * Works out what it would do to apply what was pulled. The workspace's documents then have it; the store is as it was.
 */
export async function planOf(local: Local, workspace: Workspace, pulled: Pulled): Promise<Plan> {
  const documents = new Map<number, DocumentPlan>();
  const notesApart: Loss[] = [];
  let statesApart = 0;
  for (const [at, updates] of pulled.updates) {
    const document = await workspace.document(at);
    const before = await workspace.fresh(at);
    for (const update of updates) document.apply(update);
    const ids = [...document.changed].sort();
    if (at >= paperDocuments) {
      documents.set(at, { papers: [], rows: ids.flatMap((id) => readRows(document, id)) });
      continue;
    }
    const papers = await changesOf(local, ids, (id) => ({
      before: readPaper(before, id),
      after: readPaper(document, id),
    }));
    documents.set(at, { papers, rows: [] });
    for (const change of papers) {
      if (isNoteApart(change)) notesApart.push(named(change));
      const isApart = isStateApart(change) || apartIn(document, change.id).includes('s');
      if (isApart) statesApart += 1;
    }
  }
  const cards = new Map(pulled.cards.map((card) => [card.id, card]));
  return { documents, cards, notesApart, statesApart };
}

async function changesOf(
  local: Local,
  ids: readonly PaperId[],
  said: (id: PaperId) => Pick<IncomingPaper, 'before' | 'after'>,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let at = 0; at < ids.length; at += sliceSize) {
    const slice = ids.slice(at, at + sliceSize);
    const known = await local.papers(slice);
    for (const id of slice) {
      const { before, after } = said(id);
      const stored = known.get(id);
      const here = stored ?? { words: {} };
      const result = rebased(here, before, after);
      changes.push({
        ...{ id, before, after, result },
        ...(stored ? { here } : {}),
        ...(stored?.title === undefined ? {} : { title: stored.title }),
      });
    }
  }
  return changes;
}

/** A paper by its name. */
export function named({ id, title }: Change): Loss {
  return title === undefined ? { id } : { id, title };
}

function isNoteApart({ here, result }: Change): boolean {
  const texts = result.words.note?.versions.filter(({ text }) => text) ?? [];
  return texts.length > 1 && canonical(here?.words.note) !== canonical(result.words.note);
}

function isStateApart({ here, before, after }: Change): boolean {
  const [own, was, other] = [here?.words.standing, before.words.standing, after.words.standing];
  const isOwn = own !== undefined && canonical(own) !== canonical(was);
  return isOwn && other !== undefined && canonical(own) !== canonical(other);
}
