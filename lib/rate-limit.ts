const second = 1000;
/** A site that wants to be left alone for longer is asked again all the same. */
const longestWait = 24 * 3600 * second;

/** How a limit stands: what is left of it, and when there is more. As sent; both may be absent. */
interface Limit {
  readonly left?: string | null | undefined;
  readonly reset?: string | null | undefined;
}

/**
 * How long a site that refused an answer wants to be left alone, by all the ways of saying it: `Retry-After`
 * (RFC 9110, 10.2.3), `RateLimit` and what it was called in earlier drafts
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/), and `X-RateLimit-Reset`. The
 * longest wait holds, of limits that have nothing left.
 * @param status A 429 says by itself that a limit has nothing left, unless the limit says otherwise.
 * @param now ms since the epoch. Where the site tells its own time, a date is measured by that, so that a wrong clock on
 * either side does no harm.
 * @returns ms from now, a day at most; `undefined` when the site says nothing.
 */
export function waitOf(status: number, headers: Headers, now: number): number | undefined {
  const limits: Limit[] = [
    ...limitsIn(headers.get('ratelimit') ?? ''),
    ...['', 'x-'].map((prefix) => ({
      left: headers.get(`${prefix}ratelimit-remaining`),
      reset: headers.get(`${prefix}ratelimit-reset`),
    })),
  ];
  const spent = limits.filter(({ left }) => isSpent(left, status));
  const told = [headers.get('retry-after'), ...spent.map(({ reset }) => reset)];
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
 */
function limitsIn(field: string): Limit[] {
  // Names of policies and partitions may hold any sign.
  const members = field.replace(/"(?:[^"\\]|\\.)*"|:[^:,;]*:/g, '').split(',');
  const limits = members.map((member) => {
    const { r: left, t: reset } = parametersOf(member.split(';'));
    return { left, reset };
  });
  const { remaining, reset } = parametersOf(members.map((member) => member.split(';')[0] ?? ''));
  return [...limits, { left: remaining, reset }];
}

function parametersOf(parts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [, name, value] = /^\s*(\w+)\s*=\s*(\S+)\s*$/.exec(part) ?? [];
      return name && value ? [[name.toLowerCase(), value]] : [];
    }),
  );
}

/** The wait in seconds, until a date or an instant (in s or ms); several of one field are joined by commas. */
function waitIn(text: string, now: number): number | undefined {
  const numbers = text.split(',').map((part) => part.trim());
  if (numbers.every((part) => /^\d+(?:\.\d+)?$/.test(part)))
    return Math.max(...numbers.map((part) => waitOfNumber(Number(part), now)));
  // The oldest of the three forms of a date does not say that it is GMT.
  const date = Date.parse(/\d{4}$/.test(text.trim()) ? `${text} GMT` : text);
  return /[a-z]/i.test(text) && !Number.isNaN(date) ? Math.max(0, date - now) : undefined;
}

/** More than thirty years of seconds are an instant: since the epoch, in s or in ms. */
function waitOfNumber(count: number, now: number): number {
  const instant = count > 1e12 ? count : count > 1e9 ? count * second : undefined;
  return instant === undefined ? Math.ceil(count * second) : Math.max(0, instant - now);
}
