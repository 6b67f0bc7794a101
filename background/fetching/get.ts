import type { PollProblem } from '../../lib/poll-state';
import { waitOf } from '../../lib/rate-limit';
import { readText } from './read-body';

/** How the network is reached. */
export interface Network {
  readonly fetch: typeof fetch;
  /** How long an answer may take, in ms. */
  readonly timeLimit: number;
  /** What time it is when an answer has come: a wait begins then. Without, as late as it was asked. */
  readonly clock?: () => number;
}

/** What is asked for, and what of the answer is of use. */
export interface Wanted {
  readonly address: string;
  /** The type of the answer that is asked for. */
  readonly accept: string;
  /** The version that is known; lets the site say that nothing has changed. */
  readonly etag?: string | undefined;
  /** Whether the body is read of an answer with this status and this type. */
  reads(status: number, type: string): boolean;
  /** The largest body that is read, in bytes. */
  readonly mostBytes: number;
  /** Whether an answer from another address will do, as it would in a page. */
  readonly mayMove?: true;
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

/** What came back; `text` is absent where the body was not to be read, or is too long. */
export interface Got {
  readonly kind: 'got';
  readonly status: number;
  readonly headers: Headers;
  readonly text?: string;
}

/**
 * Asks a site for something, as all of Offprint's questions are asked. Nothing of the reader's goes with it: no cookies
 * and no referrer, and a language that is everybody's.
 * @param now ms since the epoch.
 * @returns A problem instead of throwing, also where the site wants to be left alone or lets nobody in.
 */
export async function get(
  wanted: Wanted,
  { fetch, timeLimit, clock }: Network,
  now: number,
): Promise<Got | NoAnswer> {
  const { address, accept, etag, reads, mostBytes, mayMove } = wanted;
  const signal = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: mayMove ? 'follow' : 'manual',
      cache: 'no-store',
      headers: {
        accept,
        'accept-language': 'en',
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
      },
      signal,
    });
    const { status, headers } = response;
    const problem = problemOf(response, now, clock?.());
    const isRead = !problem && reads(status, headers.get('content-type') ?? '');
    const text = isRead ? await readText(response, mostBytes) : undefined;
    // A body that nobody reads holds the connection.
    if (response.body && !response.bodyUsed) response.body.cancel().catch(() => {});
    return problem ?? { kind: 'got', status, headers, ...(text === undefined ? {} : { text }) };
  } catch {
    // Whatever went wrong went wrong between here and there.
    return { kind: 'problem', problem: signal.aborted ? 'busy' : 'offline', retryAfter: 0 };
  }
}

function problemOf(
  { status, type, headers }: Response,
  askedAt: number,
  now = askedAt,
): NoAnswer | undefined {
  if (type === 'opaqueredirect' || status === 401 || status === 403)
    return { kind: 'problem', problem: 'refused', retryAfter: 0 };
  if (status !== 429 && status < 500) return undefined;
  const told = waitOf(status, headers, now) ?? (status === 429 ? 0 : undefined);
  const wait = told && told + Math.max(0, now - askedAt);
  return { kind: 'problem', problem: 'busy', ...(wait === undefined ? {} : { retryAfter: wait }) };
}

/**
 * What an answer says as JSON.
 * @returns `undefined` where it is none: cut off on the way, too long, a page in its place.
 */
export function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells whether a type is that of JSON; https://www.rfc-editor.org/rfc/rfc6839#section-3.1 */
export function isJson(type: string): boolean {
  return /^application\/(\S+\+)?json\b/i.test(type);
}
