import type { Bytes } from '../bytes';
import { RemoteError } from './remote';

/** What a remote needs of the world around it. */
export interface RemoteWorld {
  readonly fetch: typeof fetch;
  /** ms since the epoch. */
  readonly now: () => number;
  /** A signal that aborts once an answer is waited for too long. */
  readonly deadline: () => AbortSignal;
  /** Whether the browser lets Offprint ask this address at all; asked only when nothing came back. */
  readonly isAllowed: (address: string) => Promise<boolean>;
}

/** The world as it is; an answer is waited for two minutes, in which half a megabyte passes even a slow line. */
export const realWorld: RemoteWorld = {
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  deadline: () => AbortSignal.timeout(120_000),
  isAllowed: async () => true,
};

export interface Asked {
  readonly method: string;
  readonly address: string;
  readonly headers?: HeadersInit;
  readonly body?: Bytes | string;
}

export interface Answer {
  readonly method: string;
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Bytes;
  /** When it came, by this device's clock. */
  readonly at: number;
}

/**
 * Asks once and reads the whole answer. Nothing comes from a cache or goes with cookies, and no redirect is followed, since
 * a browser would take the password along or drop it, and would ask by another method.
 * @throws RemoteError where no answer came or it was a redirect; the signal's reason where that aborted.
 */
export async function ask(
  world: RemoteWorld,
  { method, address, headers: sent, body }: Asked,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const deadline = world.deadline();
  try {
    const response = await world.fetch(address, {
      method,
      ...(sent && { headers: sent }),
      ...(body !== undefined && { body }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, deadline]),
    });
    const { status, headers, type } = response;
    if (type === 'opaqueredirect' || redirects.has(status))
      throw await redirected(world, address, headers, AbortSignal.any([signal, deadline]));
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { method, address, status, headers, bytes, at: world.now() };
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    signal.throwIfAborted();
    throw await unanswered(world, address, error, deadline.aborted);
  }
}

/** https://fetch.spec.whatwg.org/#redirect-status; 300 is none of them. */
const redirects = new Set([301, 302, 303, 307, 308]);

/** A browser does not say where a redirect leads; following it without a password tells, if the target may be asked. */
async function redirected(
  world: RemoteWorld,
  address: string,
  headers: Headers,
  signal: AbortSignal,
): Promise<RemoteError> {
  const location = headers.get('Location');
  if (location && URL.canParse(location, address))
    return new RemoteError('redirected', withoutSecrets(new URL(location, address)));
  const target = await world
    .fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal,
    })
    .then(({ url, headers: further }) => {
      // S3 redirects to nowhere and names the bucket's region.
      const elsewhere = url !== address && url !== '' ? withoutSecrets(new URL(url)) : '';
      return further.get('X-Amz-Bucket-Region') ?? elsewhere;
    })
    .catch(() => '');
  return new RemoteError('redirected', target);
}

/** An address of a redirect may carry a ticket. */
function withoutSecrets(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

/** As Node names them; browsers name none, see `unreachableOrUntrusted` of the probe. */
const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

async function unanswered(
  world: RemoteWorld,
  address: string,
  error: unknown,
  isLate: boolean,
): Promise<RemoteError> {
  if (isLate) return new RemoteError('unreachable', `${address} did not answer in time`);
  if (!(await world.isAllowed(address))) return new RemoteError('noPermission', address);
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = String((cause as { code?: unknown } | undefined)?.code ?? '');
  const said = cause instanceof Error ? cause.message : String(cause);
  const kind = certificateCodes.test(code) ? 'certificate' : 'unreachable';
  return new RemoteError(kind, `${address}: ${said}`, undefined, { cause: error });
}
