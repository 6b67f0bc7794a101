import { defined } from './record';

/** When and where a paper was met. */
export interface Met {
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly seenAt?: number;
  readonly missedAt?: number;
  /** The first and the newest digest it was on, as ISO days; absent when none is known. */
  readonly days?: { readonly first: string; readonly last: string };
  /** Names of the sites that showed it. */
  readonly sites?: readonly string[];
}

/** Merges when and where a paper was met in two copies. */
export function mergeMet(one: Met, other: Met): Met {
  const days = [one.days, other.days].filter((range) => range !== undefined);
  const [first] = days.map((range) => range.first).sort();
  const last = days
    .map((range) => range.last)
    .sort()
    .at(-1);
  const sites = [...new Set([...(one.sites ?? []), ...(other.sites ?? [])])].sort();
  return defined({
    firstSeenAt: Math.min(one.firstSeenAt, other.firstSeenAt),
    lastSeenAt: Math.max(one.lastSeenAt, other.lastSeenAt),
    seenAt: earlier(one.seenAt, other.seenAt),
    missedAt: earlier(one.missedAt, other.missedAt),
    days: first === undefined || last === undefined ? undefined : { first, last },
    sites: sites.length ? sites : undefined,
  });
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  const known = [one, other].filter((at) => at !== undefined);
  return known.length ? Math.min(...known) : undefined;
}
