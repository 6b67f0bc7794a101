import { exactArxivId } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { clip, httpUrl, present, tidy } from '../text';

/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Takes any value; gives it as an object to look into, or `undefined` when it is none. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

/**
 * Takes one entry of `dailyPapers` (also of `/api/daily_papers`, and the data of a paper's page): `{paper: {id, title, …}, thumbnail, …}`.
 * Gives the paper, or `undefined` when it has no arXiv id or no title. Every field may stand in either object,
 * except `publishedAt`: the outer one is hours off, or (2024) the time of submission to the list.
 */
export function paperOf(entry: unknown): Paper | undefined {
  const outer = fieldsOf(entry);
  const inner = fieldsOf(outer?.paper) ?? outer;
  const identity = typeof inner?.id === 'string' ? exactArxivId(inner.id) : undefined;
  if (!outer || !inner || !identity) return undefined;
  const pick = <T>(key: string, read: (value: unknown) => T | undefined): T | undefined =>
    read(inner[key]) ?? read(outer[key]);
  const title = pick('title', (value) => tidy(value, limits.title));
  if (!title) return undefined;
  const abstract = (value: unknown) => clip(value, limits.abstract);
  return present<Paper>({
    ...identity,
    title,
    authors: pick('authors', (value) => names(value, limits.names)),
    organization: pick('organization', (value) => nameOf(value, 'fullname')),
    abstract: pick('summary', abstract),
    aiSummary: pick('ai_summary', abstract),
    aiKeywords: pick('ai_keywords', (value) => names(value, limits.keywords)),
    publishedAt: instant(inner.publishedAt),
    dailyAt: pick('submittedOnDailyAt', instant),
    submittedBy: pick('submittedBy', userOf) ?? pick('submittedOnDailyBy', userOf),
    upvotes: pick('upvotes', count),
    comments: pick('numComments', count) ?? pick('comments', listed),
    codeUrl: pick('githubRepo', httpUrlOnly),
    codeStars: pick('githubStars', count),
    projectUrl: pick('projectPage', httpUrlOnly),
    thumbnailUrl: pick('thumbnail', httpUrlOnly),
  });
}

function nameOf(value: unknown, key: string): string | undefined {
  const fields = fieldsOf(value);
  return clip(fields ? (fields[key] ?? fields.name) : value, limits.name);
}

function userOf(value: unknown): string | undefined {
  return nameOf(value, 'user');
}

function names(value: unknown, max: number): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = value.slice(0, max).flatMap((item: unknown) => nameOf(item, 'name') ?? []);
  return found.length ? found : undefined;
}

function instant(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|\+00:00)?)?$/.test(value)
    ? value.replace('+00:00', 'Z')
    : undefined;
}

function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}

/** A paper's own page has the comments themselves. */
function listed(value: unknown): number | undefined {
  return count(Array.isArray(value) ? value.length : value);
}

function httpUrlOnly(value: unknown): string | undefined {
  return httpUrl(value);
}
