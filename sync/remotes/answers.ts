import type { Answer } from './ask';
import { RemoteError, type RemoteErrorKind } from './remote';

const kindOfStatus: Readonly<Record<number, RemoteErrorKind>> = {
  401: 'unauthorised',
  403: 'forbidden',
  413: 'tooLarge',
  423: 'locked',
  429: 'busy',
  503: 'busy',
  507: 'full',
  // Not of a standard, but in use: bandwidth limit exceeded (Apache, cPanel), and Cloudflare's for a limit.
  509: 'busy',
  529: 'busy',
};

/** Words of storages that call a limit 401 or 403; Nutstore writes BlockedTemporarily. */
const limitWords =
  /BlockedTemporarily|too ?many ?requests|rate.?limit|request ?limit|slow ?down|throttl/i;
const fullWords = /quota|insufficient ?storage|disk ?(is )?full|not enough space/i;

/**
 * What an answer that is no success means (RFC 9110, RFC 4918).
 * @param secrets What must not be told again, should the answer repeat it.
 */
export function failure(answer: Answer, secrets: readonly string[]): RemoteError {
  const wait = retryAfter(answer);
  const detail = told(answer, secrets);
  return new RemoteError(kindOf(answer, wait !== undefined), detail, wait);
}

function kindOf(answer: Answer, asksToWait: boolean): RemoteErrorKind {
  const { status } = answer;
  const said = startOf(answer);
  if (status >= 400 && (asksToWait || limitWords.test(said))) return 'busy';
  if ((status === 403 || status === 409 || status === 500) && fullWords.test(said)) return 'full';
  if (isPage(answer) && status < 300) return 'loginPage';
  return kindOfStatus[status] ?? (status >= 500 ? 'serverFault' : 'badAnswer');
}

/**
 * How long an answer asks to be left alone: seconds, or a date (RFC 9110, 10.2.3). A date is measured by the storage's own
 * clock where it tells that, so that a wrong one on either side does no harm.
 * @returns ms, at most a day; nothing where the answer does not say.
 */
function retryAfter({ headers, at }: Answer): number | undefined {
  const said = headers.get('Retry-After')?.trim();
  if (!said) return undefined;
  const ms = /^\d+$/.test(said)
    ? Number(said) * 1000
    : Date.parse(said) - (serverTime(headers) ?? at);
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), 86_400_000);
}

/** The time by the storage's clock, in ms since the epoch, where it says it. */
export function serverTime(headers: Headers): number | undefined {
  const time = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** Whether the answer is a page to look at, which no file here is. */
export function isPage(answer: Answer): boolean {
  const type = answer.headers.get('Content-Type') ?? '';
  return (
    /^\s*(text\/html|application\/xhtml)/i.test(type) ||
    /^\s*<(!doctype html|html)/i.test(startOf(answer))
  );
}

/** The beginning of an answer as text. */
function startOf({ bytes }: Answer): string {
  return new TextDecoder().decode(bytes.subarray(0, 4000));
}

/** Whom was asked what, and how the answer begins, for whoever is to mend it. */
export function told(answer: Answer, secrets: readonly string[]): string {
  const said = startOf(answer)
    .replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const asks = answer.status === 401 ? otherScheme(answer.headers) : '';
  const line = `${answer.status} to ${answer.method} ${answer.address}${asks}${said ? `: ${said}` : ''}`;
  return secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '…'), line)
    .slice(0, 300);
}

/** Of a storage that takes no password as it is sent here (RFC 7617), so that each one is refused. */
function otherScheme(headers: Headers): string {
  const wanted = headers.get('WWW-Authenticate') ?? '';
  const [scheme] = wanted.split(' ');
  return wanted && !/\bBasic\b/i.test(wanted) ? ` (it wants ${scheme}, not Basic)` : '';
}
