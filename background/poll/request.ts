import type { PollProblem } from '../../lib/poll-state';
import { type DailyPapers, readDailyPapers } from '../../sites/huggingface/api';
import { readText } from './body';
import { waitOf } from './wait';

/** How the network is reached. */
export interface Network {
  readonly fetch: typeof fetch;
  /** How long an answer may take, in ms. */
  readonly timeLimit: number;
  /** What time it is when an answer has come: a wait begins then. Without, as late as it was asked. */
  readonly clock?: () => number;
}

/** What is asked for. */
export interface Question {
  readonly address: string;
  /** The version that is known; lets the site say that nothing has changed. */
  readonly etag?: string | undefined;
  /** Whether the site may say that it has no such list; an empty one then. */
  readonly mayLack?: boolean;
}

/** No usable answer. */
export interface NoAnswer {
  readonly kind: 'problem';
  readonly problem: PollProblem;
  /**
   * How long after the question the site wants to be left alone, in ms; 0 when it does not say how long. Absent where
   * that was not said: another question may have an answer.
   */
  readonly retryAfter?: number;
}

/** What the site says: a list, or that it is as it was when the etag was given. */
export type Answer =
  | (DailyPapers & { readonly kind: 'papers'; readonly etag?: string })
  | { readonly kind: 'same' }
  | NoAnswer;

/** The largest answer that is read, in bytes: a hundred papers are half a megabyte. */
const mostBytes = 4_000_000;

/**
 * Asks Hugging Face for one list. Nothing of the reader's goes with it: no cookies and no referrer,
 * and a language that is everybody's.
 * @param now ms since the epoch.
 * @returns A problem instead of throwing.
 */
export async function ask(
  question: Question,
  { fetch, timeLimit, clock }: Network,
  now: number,
): Promise<Answer> {
  const { address, etag } = question;
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(address, {
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
    const answer = byStatus(response, question, now, clock?.()) ?? (await byBody(response));
    // A body that nobody reads holds the connection.
    if (response.body && !response.bodyUsed) response.body.cancel().catch(() => {});
    return answer;
  } catch {
    // Whatever went wrong went wrong between here and there.
    return { kind: 'problem', problem: signal.aborted ? 'busy' : 'offline', retryAfter: 0 };
  }
}

/** What the status alone says; `undefined` when the body has to be read. */
function byStatus(
  { status, type, headers }: Response,
  { etag, mayLack }: Question,
  askedAt: number,
  now = askedAt,
): Answer | undefined {
  if (type === 'opaqueredirect' || status === 401 || status === 403)
    return { kind: 'problem', problem: 'refused', retryAfter: 0 };
  if (status === 304 && etag !== undefined) return { kind: 'same' };
  if (status === 400 && mayLack) return { kind: 'papers', papers: [], skipped: 0, isFull: false };
  if (status === 429 || status >= 500) {
    const told = waitOf(status, headers, now) ?? (status === 429 ? 0 : undefined);
    const wait = told && told + Math.max(0, now - askedAt);
    return {
      kind: 'problem',
      problem: 'busy',
      ...(wait === undefined ? {} : { retryAfter: wait }),
    };
  }
  const isJson = /^application\/(\S+\+)?json\b/i.test(headers.get('content-type') ?? '');
  return status === 200 && isJson ? undefined : { kind: 'problem', problem: 'broken' };
}

async function byBody(response: Response): Promise<Answer> {
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
