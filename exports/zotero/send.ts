import type { OutgoingPapers } from '../format';
import type { OutgoingPaper } from '../outgoing';
import {
  type ConnectorOptions,
  ZoteroConnector,
  ZoteroError,
  type ZoteroTarget,
} from './connector';
import { zoteroItem } from './items';

/** How many papers are sent at once: of so few it is soon known whether they are there. */
const atOnce = 10;

/** How papers are sent, and what is told meanwhile. */
export interface Sending extends ConnectorOptions {
  /** Told how many are there. */
  readonly onProgress?: (sent: number) => void;
  /** Gives names that no session has had. */
  readonly newSession?: () => string;
}

/** What became of the papers. */
export interface Sent {
  /** Where they are; absent where nothing was sent. */
  readonly target?: ZoteroTarget;
  /** The ids of those that are there. */
  readonly sent: readonly string[];
  /** How many of them Zotero did not take the tags of. */
  readonly untagged: number;
  /** The ids of those that were under way when it failed: they may be there or not. */
  readonly unsure: readonly string[];
  /** Why it ended before all were sent; absent where it did not, or was stopped. */
  readonly error?: ZoteroError;
}

/**
 * Sends papers to Zotero, with their tags and notes, to what is selected there. Those with the same tags go together, since
 * Zotero takes the tags of a session. It ends at the first failure, and says what is there.
 */
export async function sendToZotero(papers: OutgoingPapers, options: Sending): Promise<Sent> {
  const { signal, onProgress, newSession = () => crypto.randomUUID() } = options;
  const connector = new ZoteroConnector(options);
  const sent: string[] = [];
  let [target, under, untagged]: [ZoteroTarget | undefined, readonly OutgoingPaper[], number] = [
    undefined,
    [],
    0,
  ];
  try {
    target = await connector.target();
    for await (const page of papers) {
      for (const batch of batchesOf(page)) {
        signal?.throwIfAborted();
        under = batch;
        const session = newSession();
        await connector.save(
          session,
          batch.map((paper, at) => zoteroItem(paper, `${session}-${at}`)),
        );
        under = [];
        sent.push(...batch.map(({ id }) => id));
        untagged += await untaggedAfter(connector, session, target, batch);
        onProgress?.(sent.length);
      }
    }
  } catch (error) {
    if (!(error instanceof ZoteroError) && !signal?.aborted) throw error;
    const unsure = under.map(({ id }) => id);
    const told = error instanceof ZoteroError ? { error } : {};
    return { ...(target ? { target } : {}), sent, untagged, unsure, ...told };
  }
  return { target, sent, untagged, unsure: [] };
}

/** @returns How many have no tags now that should have some; the papers themselves are there. */
async function untaggedAfter(
  connector: ZoteroConnector,
  session: string,
  target: ZoteroTarget,
  batch: readonly OutgoingPaper[],
): Promise<number> {
  const tags = batch[0]?.tags ?? [];
  if (tags.length === 0) return 0;
  try {
    await connector.tag(session, target, tags);
    return 0;
  } catch (error) {
    if (error instanceof ZoteroError) return batch.length;
    throw error;
  }
}

/** Papers that have the same tags, some at a time, in the order of the first of each. */
function* batchesOf(papers: readonly OutgoingPaper[]): Generator<readonly OutgoingPaper[]> {
  const groups = new Map<string, OutgoingPaper[]>();
  for (const paper of papers) {
    const key = JSON.stringify(paper.tags?.toSorted() ?? []);
    const group = groups.get(key);
    if (group) group.push(paper);
    else groups.set(key, [paper]);
  }
  for (const group of groups.values())
    for (let at = 0; at < group.length; at += atOnce) yield group.slice(at, at + atOnce);
}
