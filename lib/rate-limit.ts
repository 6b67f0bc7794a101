const second = 1000;
/** A site that wants to be left alone for longer is asked again all the same. */
const longestWait = 24 * 3600 * second;

/** How a limit stands: what is left of it, and when there is more. As sent; all may be absent. */
interface Limit {
  readonly left?: string | null | undefined;
  readonly reset?: string | null | undefined;
}

/**
 * How long a site that refused an answer wants to be left alone, by all the ways of saying it: `Retry-After`
 * (RFC 9110, 10.2.3), `RateLimit` and what it was called in earlier drafts
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/), `X-RateLimit-Reset`, and the names that
 * some give these. The longest wait holds, of limits that have nothing left.
 * @param status A 429 says by itself that a limit has nothing left, unless the limit says otherwise.
 * @param now ms since the epoch. Where the site tells its own time, a date is measured by that, so that a wrong clock on
 * either side does no harm.
 * @returns ms from now, a day at most; `undefined` when the site says nothing.
 */
export function waitOf(status: number, headers: Headers, now: number): number | undefined {
  const limits: Limit[] = [
    ...limitsIn(headers.get('ratelimit') ?? '', windowsIn(headers.get('ratelimit-policy') ?? '')),
    ...['ratelimit', 'x-ratelimit', 'x-rate-limit'].flatMap((name) => {
      const left = headers.get(`${name}-remaining`);
      return ['reset', 'reset-after'].map((end) => ({
        left,
        reset: headers.get(`${name}-${end}`),
      }));
    }),
  ];
  const spent = limits.filter(({ left }) => isSpent(left, status));
  const ms = headers.get('retry-after-ms');
  const told = [
    ...['retry-after', 'x-retry-after', 'x-ratelimit-retry-after'].map((name) => headers.get(name)),
    ms && `${ms}ms`,
    ...spent.map(({ reset }) => reset),
  ];
  const at = timeOf(headers) ?? now;
  const waits = told.flatMap((text) => waitIn(text ?? '', at) ?? []);
  return waits.length > 0 ? Math.min(Math.max(...waits), longestWait) : undefined;
}

/** The time by the clock of who answered, in ms since the epoch, where it says it. */
export function timeOf(headers: Headers): number | undefined {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? undefined : time;
}

function isSpent(left: string | null | undefined, status: number): boolean {
  const count = Number.parseFloat(left ?? '');
  return Number.isNaN(count) ? status === 429 : count <= 0;
}

/**
 * The limits of a `RateLimit` field: a list of policies (`"api";r=0;t=290, "day";r=5;t=9`) or, until the seventh
 * draft, one dictionary (`limit=100, remaining=0, reset=50`).
 * @param windows Of the policies by their names: a limit that does not say when there is more has no longer to wait.
 */
function limitsIn(field: string, windows: ReadonlyMap<string, string>): Limit[] {
  const members = membersOf(field);
  const limits = members.map(({ name, parts }) => {
    const { r: left, t: reset } = parametersOf(parts);
    return { left, reset: reset ?? (left === undefined ? undefined : windows.get(name)) };
  });
  const { remaining, reset } = parametersOf(members.flatMap(({ parts }) => parts[0] ?? []));
  return [...limits, { left: remaining, reset }];
}

/** How many seconds the limits of a `RateLimit-Policy` field are counted over: `"api";q=100;w=60`. */
function windowsIn(field: string): ReadonlyMap<string, string> {
  return new Map(
    membersOf(field).flatMap(({ name, parts }) => {
      const { w: seconds } = parametersOf(parts);
      return seconds ? [[name, seconds]] : [];
    }),
  );
}

/** The members of a list, each with its name as it is written and its parts. */
function membersOf(field: string): { readonly name: string; readonly parts: readonly string[] }[] {
  // Names of policies and partitions may hold any sign.
  const texts: string[] = [];
  const plain = field.replace(
    /"(?:[^"\\]|\\.)*"|:[^:,;]*:/g,
    (text) => `\0${texts.push(text) - 1}`,
  );
  return plain.split(',').map((member) => {
    const parts = member.split(';');
    const name = parts[0]?.trim() ?? '';
    return { name: texts[Number(name.replace('\0', ''))] ?? name, parts };
  });
}

function parametersOf(parts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [, name, value] = /^\s*(\w+)\s*=\s*(\S+)\s*$/.exec(part) ?? [];
      return name && value ? [[name.toLowerCase(), value]] : [];
    }),
  );
}

/** What stands behind a number: nothing, or the unit, where a site gives one against the rules. */
const counted = /^"?\+?(\d+(?:\.\d+)?)\s*(?:(ms)|s(?:ec(?:ond)?s?)?)?[";]*$/i;

/** The wait in seconds, until a date or an instant (in s or ms); several of one field are joined by commas. */
function waitIn(text: string, now: number): number | undefined {
  const numbers = text.split(',').map((part) => counted.exec(part.trim()));
  if (numbers.every((found) => found !== null))
    return Math.max(
      ...numbers.map(([, count, ms]) => waitOfNumber(Number(count) / (ms ? second : 1), now)),
    );
  const date = dateIn(text.trim());
  return date === undefined ? undefined : Math.max(0, date - now);
}

/** A date in ms since the epoch: one that does not say its zone, as the oldest form of HTTP's, is in GMT. */
function dateIn(text: string): number | undefined {
  if (!/[a-z]|\d-\d/i.test(text)) return undefined;
  const isZoned = /(?:[a-z]|[-+]\d\d:?\d\d)\)?$/i.test(text);
  const [, day, time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:[T ](.+))?$/i.exec(text) ?? [];
  const date = Date.parse(isZoned ? text : day ? `${day}T${time}Z` : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}

/** More than thirty years of seconds are an instant: since the epoch, in s or in ms. */
function waitOfNumber(count: number, now: number): number {
  const instant = count > 1e12 ? count : count > 1e9 ? count * second : undefined;
  return instant === undefined ? Math.ceil(count * second) : Math.max(0, instant - now);
}
