import { type DailyPapers, readDailyPapers } from '../../sites/huggingface/api';
import { type Got, get, isJson, jsonIn, type Network, type NoAnswer } from '../fetching/get';

/** What is asked for. */
export interface Question {
  readonly address: string;
  /** The version that is known; lets the site say that nothing has changed. */
  readonly etag?: string | undefined;
  /** Whether the site may say that it has no such list; an empty one then. */
  readonly mayLack?: boolean;
}

/** What the site says: a list, or that it is as it was when the etag was given. */
export type Answer =
  | (DailyPapers & { readonly kind: 'papers'; readonly etag?: string })
  | { readonly kind: 'same' }
  | NoAnswer;

/** The largest answer that is read, in bytes: a hundred papers are half a megabyte. */
const mostBytes = 4_000_000;

/**
 * Asks Hugging Face for one list; see `get`.
 * @param now ms since the epoch.
 * @returns A problem instead of throwing.
 */
export async function ask(question: Question, network: Network, now: number): Promise<Answer> {
  const { address, etag } = question;
  const reads = (status: number, type: string) => status === 200 && isJson(type);
  const wanted = { address, accept: 'application/json', etag, reads, mostBytes };
  const got = await get(wanted, network, now);
  return got.kind === 'problem' ? got : answerIn(got, question);
}

function answerIn({ status, headers, text }: Got, { etag: known, mayLack }: Question): Answer {
  if (status === 304 && known !== undefined) return { kind: 'same' };
  if (status === 400 && mayLack) return { kind: 'papers', papers: [], skipped: 0, isFull: false };
  const json = jsonIn(text);
  if (json === undefined) return { kind: 'problem', problem: 'broken' };
  const read = readDailyPapers(json);
  if (!read) return { kind: 'problem', problem: 'changed' };
  const etag = headers.get('etag');
  return { kind: 'papers', ...read, ...(etag ? { etag } : {}) };
}
