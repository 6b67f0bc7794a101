import type { Paper, PaperId, PaperState, Status } from '../papers/paper';
import { isSaved } from '../papers/paper';
import { type PaperRecord, stateOnPage, undecidedState } from '../papers/record';
import { cleanTags } from '../papers/tags';
import { type PageSighting, type PageStates, sightPaper } from './sight';
import { type Writer, write } from './writer';

/** What the reader decides of a paper. `undecided` takes a decision back. */
export type Decision = Status | 'dismissed' | 'undecided' | 'deleted';

/** What a paper was before a decision, enough to put it back. */
export interface Undo {
  readonly id: PaperId;
  readonly state: PaperState;
  readonly savedAt?: number;
}

/**
 * Sets the state of some papers in one transaction. Ids that are not stored are passed over.
 * @param now ms since the epoch.
 * @returns What `undo` needs to take it back, for the papers that changed.
 * @throws StoreError
 */
export function decide(ids: readonly PaperId[], to: Decision, now: number): Promise<Undo[]> {
  return write(async (writer) => {
    const undos: Undo[] = [];
    for (const id of ids) {
      const record = await writer.find(id);
      if (!record) continue;
      const undo = await decideOne(writer, record, to, now);
      if (undo) undos.push(undo);
    }
    return undos;
  });
}

/**
 * Decides on one paper of a page. The paper comes along whole, so that a decision stands even if
 * the sighting was lost with a killed worker.
 * @returns The state the page shows then.
 * @throws StoreError
 */
export function decideOnPage(
  paper: Paper,
  to: Decision,
  page: Pick<PageSighting, 'day' | 'shows' | 'visitAt'>,
  now: number,
): Promise<PageStates> {
  return write(async (writer) => {
    const record = await sightPaper(writer, paper, page);
    await decideOne(writer, record, to, now);
    return { [paper.id]: stateOnPage(await writer.find(record.id), page.visitAt) };
  });
}

/** Puts papers back to what they were, with their place in the list. */
export function undo(undos: readonly Undo[], now: number): Promise<void> {
  return write(async (writer) => {
    for (const { id, state, savedAt } of undos) {
      const record = await writer.find(id);
      if (!record) continue;
      const { savedAt: _now, ...rest } = record;
      writer.put(record, {
        ...rest,
        state,
        ...(savedAt === undefined ? {} : { savedAt }),
        updatedAt: { ...record.updatedAt, state: now },
      });
    }
  });
}

/**
 * Sets the tags of a paper, cleaned by `cleanTags`.
 * @throws StoreError
 */
export function setTags(id: PaperId, tags: readonly string[], now: number): Promise<void> {
  return write(async (writer) => {
    const record = await writer.find(id);
    if (!record) return;
    const updatedAt = { ...record.updatedAt, tags: now };
    writer.put(record, { ...record, tags: cleanTags(tags), updatedAt });
  });
}

/**
 * Stars papers, or takes the stars away. Ids that are not stored are passed over.
 * @returns The ids of the papers that changed.
 * @throws StoreError
 */
export function star(ids: readonly PaperId[], on: boolean, now: number): Promise<PaperId[]> {
  return write(async (writer) => {
    const changed: PaperId[] = [];
    for (const id of ids) {
      const record = await writer.find(id);
      if (!record || (record.starred === true) === on) continue;
      const { starred: _starred, ...rest } = record;
      const updatedAt = { ...record.updatedAt, starred: now };
      writer.put(record, { ...rest, ...(on ? { starred: on } : {}), updatedAt });
      changed.push(record.id);
    }
    return changed;
  });
}

async function decideOne(
  writer: Writer,
  record: PaperRecord,
  to: Decision,
  now: number,
): Promise<Undo | undefined> {
  const state = to === 'undecided' ? takenBack(record) : to;
  if (state === record.state) return undefined;
  const { readAt: _readAt, savedUpvotes: _upvotes, ...rest } = record;
  const upvotes = isSaved(record.state) ? record.savedUpvotes : record.upvotes;
  writer.put(record, {
    ...rest,
    ...(isSaved(state) && !isSaved(record.state) ? { savedAt: now } : {}),
    ...(isSaved(state) && upvotes !== undefined ? { savedUpvotes: upvotes } : {}),
    ...(state === 'read' ? { readAt: now } : {}),
    state,
    updatedAt: { ...record.updatedAt, state: now },
  });
  const { id, savedAt } = record;
  return { id, state: record.state, ...(savedAt === undefined ? {} : { savedAt }) };
}

/** A paper with the reader's own words on it goes to the bin with them; any other is undecided again. */
function takenBack(record: PaperRecord): PaperState {
  const hasWords = record.tags.length > 0 || record.hasNote;
  return isSaved(record.state) && hasWords ? 'deleted' : undecidedState(record);
}
