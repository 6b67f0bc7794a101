import { browser } from '../../lib/browser';
import { type Change, forgetToldChanges, onChange } from '../../lib/changes';
import { askTab, type Sender } from '../../lib/messages';
import { report } from '../../lib/report';
import type { PaperId } from '../../papers/paper';

/** What the content script of a tab has asked about in its visit; in `storage.session`, which outlives the worker. */
interface Told {
  readonly visitAt: number;
  readonly ids: readonly PaperId[];
}

const prefix = 'page:';
let writing: Promise<unknown> = Promise.resolve();

/**
 * Notes which papers a page has, since of their changes alone it is told.
 * @param visitAt Of a visit that begins: what the tab had before it is no longer its own.
 */
export function notePage(
  { tab }: Sender,
  ids: readonly PaperId[],
  visitAt?: number,
): Promise<void> {
  if (tab?.id === undefined) return Promise.resolve();
  const key = `${prefix}${tab.id}`;
  const written = writing.then(async () => {
    const stored = (await browser.storage.session.get(key))[key] as Told | undefined;
    const known = visitAt === undefined || visitAt === stored?.visitAt ? (stored?.ids ?? []) : [];
    const all = [...new Set([...known, ...ids])];
    if (stored && known === stored.ids && all.length === known.length) return;
    const told: Told = { visitAt: visitAt ?? stored?.visitAt ?? 0, ids: all };
    await browser.storage.session.set({ [key]: told });
  });
  writing = written.catch(() => {});
  return written.catch((error: unknown) => report('pages', error));
}

/** Tells each page of the changes of its own papers. Call in the first tick. */
export function tellPages(): void {
  onChange((change) => {
    tellAll(change).catch((error: unknown) => report('pages', error));
  });
  browser.runtime.onInstalled.addListener(() => {
    forgetToldChanges().catch((error: unknown) => report('pages', error));
  });
}

async function tellAll({ ids }: Change): Promise<void> {
  const changed = ids && new Set(ids);
  const stored = Object.entries(await browser.storage.session.get(null));
  const pages = stored.filter(([key]) => key.startsWith(prefix)) as [string, Told][];
  await Promise.all(
    pages.map(async ([key, page]) => {
      if (changed?.size && !page.ids.some((id) => changed.has(id))) return;
      const answer = await askTab(Number(key.slice(prefix.length)), 'changed', null);
      // A page that went away; what comes in its place tells of itself.
      if (answer === undefined) await browser.storage.session.remove(key);
    }),
  );
}
