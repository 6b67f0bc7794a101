import { ruleName } from '../../components/rule-name';
import { browser } from '../../lib/browser';
import { type Announcement, onChange } from '../../lib/changes';
import { joined } from '../../lib/joined';
import { askTab, type Sender, type Standing } from '../../lib/messages';
import { report } from '../../lib/report';
import type { PaperId } from '../../papers/paper';
import { readStanding, standingOnPage } from '../../store/records/remarks';

/** What the content script of a tab has asked about in its visit; in `storage.session`, which outlives the worker. */
interface Told {
  readonly visitAt: number;
  readonly ids: readonly PaperId[];
  /** The ISO day that the page is of, if it is of one. */
  readonly day?: string;
}

const prefix = 'page:';
const nothing: Standing = { states: {}, remarks: {} };
let writing: Promise<unknown> = Promise.resolve();

/** What each tab was told last of each paper. A worker that starts knows nothing of it and tells once too often. */
const known = new Map<number, Map<PaperId, string>>();
let answering: Promise<unknown> = Promise.resolve();

/**
 * Notes which papers a page has, since of their changes alone it is told. Nobody need wait for it: `tellPages` does.
 * @param visitAt Of the page's visit: what the tab had in another one is no longer its own.
 */
export function notePage(
  { tab }: Sender,
  ids: readonly PaperId[],
  visitAt: number,
  day?: string,
): Promise<void> {
  if (tab?.id === undefined || !ids.length) return Promise.resolve();
  const key = `${prefix}${tab.id}`;
  const written = writing.then(async () => {
    const stored = (await browser.storage.session.get(key))[key] as Told | undefined;
    const before = visitAt === stored?.visitAt ? stored.ids : [];
    const all = [...new Set([...before, ...ids])];
    if (stored && before === stored.ids && all.length === before.length) return;
    const told: Told = { visitAt, ids: all, ...(day ? { day } : {}) };
    await browser.storage.session.set({ [key]: told });
  });
  writing = written.catch(() => {});
  return written.catch((error: unknown) => report('pages', error));
}

/**
 * Remembers of an answer to a page what it tells of papers, so that a change which the page has made itself is not
 * told to it again. Changes wait to be told until the answer is made.
 * @param standing Finds in the answer what it tells.
 */
export function answered<Answer>(
  { tab }: Sender,
  answer: Promise<Answer>,
  standing: (answer: Answer) => Standing,
): Promise<Answer> {
  const made = answer.then((value) => {
    if (tab?.id !== undefined) newsFor(tab.id, standing(value));
    return value;
  });
  answering = Promise.allSettled([answering, made]);
  return made;
}

/**
 * How all papers of the sender's page stand.
 * @throws StoreError
 */
export async function standingOf({ tab }: Sender): Promise<Standing> {
  if (tab?.id === undefined) return nothing;
  await writing;
  const key = `${prefix}${tab.id}`;
  const page = (await browser.storage.session.get(key))[key] as Told | undefined;
  return page ? standingOnPage(page, ruleName) : nothing;
}

/** Tells each page of the changes of its own papers. Call in the first tick. */
export function tellPages(): void {
  let changed: Set<PaperId> | 'all' = new Set();
  const tell = joined(async () => {
    const told = changed;
    changed = new Set();
    await tellAll(told).catch((error: unknown) => report('pages', error));
  });
  onChange(({ ids }: Announcement) => {
    if (!ids?.length) changed = 'all';
    else if (changed !== 'all') for (const id of ids) changed.add(id);
    void tell();
  });
}

async function tellAll(changed: ReadonlySet<PaperId> | 'all'): Promise<void> {
  await Promise.all([writing, answering]);
  const pages = Object.entries(await browser.storage.session.get(null)).flatMap(([key, value]) => {
    if (!key.startsWith(prefix)) return [];
    const { ids, day } = value as Told;
    const touched = changed === 'all' ? ids : ids.filter((id) => changed.has(id));
    return touched.length
      ? [{ key, tab: Number(key.slice(prefix.length)), ids: touched, day }]
      : [];
  });
  if (!pages.length) return;
  const standing = await readStanding([...new Set(pages.flatMap(({ ids }) => ids))], ruleName);
  await Promise.all(
    pages.map(async ({ key, tab, ids, day }) => {
      const all = standing(ids, day);
      const news = newsFor(tab, all);
      const told = changed === 'all' ? { ...all, isAll: true as const } : news;
      // A page that went away; what comes in its place tells of itself.
      if (told && (await askTab(tab, 'changed', told)) === undefined) {
        known.delete(tab);
        await browser.storage.session.remove(key);
      }
    }),
  );
}

/** What of it a tab does not know yet; from now on it does. `undefined` when that is nothing. */
function newsFor(tab: number, { states, remarks }: Standing): Standing | undefined {
  const before = known.get(tab) ?? new Map<PaperId, string>();
  known.set(tab, before);
  const news = Object.entries(states).filter(([id, state]) => {
    const now = JSON.stringify([state, remarks[id]]);
    const isNews = before.get(id) !== now;
    before.set(id, now);
    return isNews;
  });
  return news.length
    ? {
        states: Object.fromEntries(news),
        remarks: pick(
          remarks,
          news.map(([id]) => id),
        ),
      }
    : undefined;
}

function pick<T>(from: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(keys.flatMap((key) => (from[key] ? [[key, from[key]]] : [])));
}
