import { waitOf } from '../../lib/rate-limit';
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
  const wait = waitOf(answer.status, answer.headers, answer.at);
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
