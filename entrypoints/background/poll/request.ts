import type { PollProblem } from '../../../lib/poll-state';
import type { Paper } from '../../../papers/paper';
import { dailyPapersAddress, readDailyPapers } from '../../../sites/huggingface/api';
import type { Day } from '../../../store/schema';
import { readText } from './body';
import { retryAfter } from './pause';

/** How the network is reached. */
export interface Network {
  readonly fetch: typeof fetch;
  /** How long an answer may take, in ms. */
  readonly timeLimit: number;
}

/** What the site says of a day. */
export type DayAnswer =
  | {
      readonly kind: 'papers';
      readonly papers: readonly Paper[];
      /** How many entries could not be read. */
      readonly skipped: number;
      readonly etag?: string;
    }
  /** As it was when the etag was given. */
  | { readonly kind: 'same' }
  | {
      readonly kind: 'problem';
      readonly problem: PollProblem;
      /** How long the site wants to be left alone, in ms. */
      readonly retryAfter?: number;
    };

/** The largest answer that is read, in bytes: a hundred papers are half a megabyte. */
const mostBytes = 4_000_000;

/**
 * Asks Hugging Face for a day's list. Nothing of the reader's goes with it: no cookies and no
 * referrer, and a language that is everybody's.
 * @param known What is known of the day; its version lets the site say that nothing has changed.
 * @param now ms since the epoch.
 * @returns A problem instead of throwing.
 */
export async function askDay(
  known: Day,
  { fetch, timeLimit }: Network,
  now: number,
): Promise<DayAnswer> {
  const { day, etag } = known;
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(dailyPapersAddress(day), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        'accept-language': 'en',
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      },
      signal,
    });
    const answer = byStatus(response, known, now) ?? (await byBody(response));
    if (response.body && !response.bodyUsed) response.body.cancel().catch(() => {});
    return answer;
  } catch {
    // Whatever went wrong went wrong between here and there.
    return { kind: 'problem', problem: signal.aborted ? 'busy' : 'offline' };
  }
}

/** What the status alone says; `undefined` when the body has to be read. */
function byStatus(response: Response, { ids, etag }: Day, now: number): DayAnswer | undefined {
  const { status, type, headers } = response;
  if (type === 'opaqueredirect' || status === 401 || status === 403)
    return { kind: 'problem', problem: 'refused' };
  if (status === 304 && etag !== undefined) return { kind: 'same' };
  // The site has no such day; a day that had papers is not one of those.
  if (status === 400 && ids.length === 0) return { kind: 'papers', papers: [], skipped: 0 };
  if (status === 429 || status >= 500) {
    const wait = retryAfter(headers.get('retry-after'), now);
    return {
      kind: 'problem',
      problem: 'busy',
      ...(wait === undefined ? {} : { retryAfter: wait }),
    };
  }
  const isJson = /^application\/(\S+\+)?json\b/i.test(headers.get('content-type') ?? '');
  return status === 200 && isJson ? undefined : { kind: 'problem', problem: 'broken' };
}

async function byBody(response: Response): Promise<DayAnswer> {
  const json = parsed(await readText(response, mostBytes));
  if (json === undefined) return { kind: 'problem', problem: 'broken' };
  const read = readDailyPapers(json);
  if (!read) return { kind: 'problem', problem: 'changed' };
  const etag = response.headers.get('etag');
  return { kind: 'papers', ...read, ...(etag ? { etag } : {}) };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    // Cut off on the way, or no JSON at all: a broken answer.
    return undefined;
  }
}
