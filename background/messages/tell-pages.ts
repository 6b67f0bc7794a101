import { browser } from '../../lib/browser';
import { followChanges, isMadeHere } from '../../lib/changes';
import { coalesced } from '../../lib/coalesced';
import { askTab, type Protocol, type Sender, type Standing } from '../../lib/messages';
import { report } from '../../lib/report';
import type { PaperId } from '../../papers/paper';

/** What the content script of a tab has asked about in its visit; in `storage.session`, which outlives the worker. */
interface Told {
  readonly visitAt: number;
  readonly ids: readonly PaperId[];
  /** The ISO day that the page is of, if it is of one. */
  readonly day?: string;
}

/** What a page shows, by the store it comes from. */
const shown: readonly string[] = ['papers', 'past', 'rules', 'scores'];
const prefix = 'page:';
const nothing: Standing = { states: {}, remarks: {} };
const standings = () => import('./standings');
let writing: Promise<unknown> = Promise.resolve();

/** What a tab was told last of a paper. */
interface Known {
  readonly words: string;
  /** How many changes this worker had made then; all of them are in it. */
  readonly made: number;
}

/** By tab. A worker that starts knows nothing of it and tells once too often. */
const known = new Map<number, Map<PaperId, Known>>();
let answering: Promise<unknown> = Promise.resolve();
let made = 0;

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
export async function standingOfPage({ tab }: Sender): Promise<Standing> {
  if (tab?.id === undefined) return nothing;
  await writing;
  const key = `${prefix}${tab.id}`;
  const page = (await browser.storage.session.get(key))[key] as Told | undefined;
  return page ? (await standings()).standingOf(page) : nothing;
}

/** Papers that changed, with the number of the change if this worker made it; or anything may have changed. */
type Changed = ReadonlyMap<PaperId, number> | 'all';

/** Tells each page of the changes of its own papers, until the signal aborts. Call in the first tick. */
export function tellPages(signal?: AbortSignal): void {
  let changed: Map<PaperId, number> | 'all' = new Map();
  const tellOfThem = coalesced(async () => {
    const told = changed;
    changed = new Map();
    await tellAll(told).catch((error: unknown) => report('pages', error));
  });
  followChanges((change) => {
    const number = isMadeHere(change) ? ++made : Number.POSITIVE_INFINITY;
    const { ids, stores } = change;
    if (!ids?.length && stores && !shown.some((name) => stores.includes(name))) return;
    if (!ids?.length) changed = 'all';
    else if (changed !== 'all')
      for (const id of ids) changed.set(id, Math.max(number, changed.get(id) ?? 0));
    void tellOfThem();
  }, signal);
}

async function tellAll(changed: Changed): Promise<void> {
  await Promise.all([writing, answering]);
  const pages = touchedBy(changed, await browser.storage.session.get(null));
  if (!pages.length) return;
  const { standingsOf } = await standings();
  const standing = await standingsOf([...new Set(pages.flatMap(({ ids }) => ids))]);
  for (const { tab, ids, day } of pages) {
    const all = standing(ids, day);
    const news = newsFor(tab, all);
    const told = changed === 'all' ? { ...all, isAll: true as const } : news;
    // Not waited for: a tab that the browser has frozen would keep the others from being told.
    if (told) tell(tab, told).catch((error: unknown) => report('pages', error));
  }
}

async function tell(tab: number, told: Protocol['changed']['request']): Promise<void> {
  if ((await askTab(tab, 'changed', told)) !== undefined) return;
  // The page went away; what comes in its place tells of itself.
  known.delete(tab);
  await browser.storage.session.remove(`${prefix}${tab}`);
}

/** The pages that may have something to learn of a change, and of which papers. */
function touchedBy(changed: Changed, stored: Readonly<Record<string, unknown>>) {
  return Object.entries(stored).flatMap(([key, value]) => {
    if (!key.startsWith(prefix)) return [];
    const tab = Number(key.slice(prefix.length));
    const { ids, day } = value as Told;
    const toldAt = (id: PaperId) => known.get(tab)?.get(id)?.made ?? -1;
    const touched =
      changed === 'all' ? ids : ids.filter((id) => (changed.get(id) ?? -1) > toldAt(id));
    return touched.length ? [{ tab, ids: touched, day }] : [];
  });
}

/** What of it a tab does not know yet; from now on it does. `undefined` when that is nothing. */
function newsFor(tab: number, { states, remarks }: Standing): Standing | undefined {
  const before = known.get(tab) ?? new Map<PaperId, Known>();
  known.set(tab, before);
  const news = Object.keys(states).filter((id) => {
    const words = JSON.stringify([states[id], remarks[id]]);
    const isNews = before.get(id)?.words !== words;
    before.set(id, { words, made });
    return isNews;
  });
  return news.length ? { states: pick(states, news), remarks: pick(remarks, news) } : undefined;
}

function pick<T>(from: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(keys.flatMap((key) => (from[key] ? [[key, from[key]]] : [])));
}
