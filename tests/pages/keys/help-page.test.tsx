// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isLayerOpen } from '../../../components/ui/layers';
import { type CommandId, commandIds, commandOf, type View } from '../../../lib/keymap/commands';
import { keysNow } from '../../../lib/keymap/hints';
import { commandTexts } from '../../../lib/keymap/texts';
import { text } from '../../../lib/text';
import { decide } from '../../../store/words/decide';
import { press } from '../../support/focus';
import { completeLibrary } from '../../support/long-list';
import { openDeck, openLibrary, openPopup, useFreshPages } from '../../support/pages';
import { paper, sightOn } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshPages();
afterEach(() => vi.restoreAllMocks());

const ids = Array.from({ length: 12 }, (_, at) => `arxiv:2603.${10000 + at}`);
const rowButton = () => document.querySelector<HTMLElement>('.row [data-action="open"]');

/** Each view with a paper that keys act on, and how to come back to one. */
const views = {
  popup: {
    open: async () => {
      await decide(ids, 'unread', 1100);
      await openPopup();
      await vi.waitFor(() => expect(rowButton()).not.toBeNull());
    },
    ready: async () => rowButton()?.focus(),
  },
  library: {
    open: async () => {
      completeLibrary();
      await decide(ids, 'unread', 1100);
      // Number keys do something where tags are in use.
      await setTags(ids[0] ?? '', ['a', 'b', 'c', 'd', 'e'], 1200);
      await openLibrary(`?paper=${ids[3]}`);
      await vi.waitFor(() => expect(document.querySelector('.current')).not.toBeNull());
    },
    ready: async () => void (await press('j')),
  },
  deck: {
    open: async () => {
      completeLibrary();
      await openDeck('');
      await vi.waitFor(() => expect(document.querySelector('.paper-card')).not.toBeNull());
    },
    ready: async () => undefined,
  },
} as const satisfies Partial<Record<View, object>>;

const printed = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456789#*?/+-.,;:!@'];

async function comeBack(ready: () => Promise<unknown>): Promise<void> {
  for (let left = 4; left > 0 && isLayerOpen(); left -= 1) await press('Escape');
  (document.activeElement as HTMLElement | null)?.blur();
  await ready();
}

describe.each(Object.entries(views))('the help of the %s', (view, { open, ready }) => {
  const start = async () => {
    await sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id, { title: id })));
    await open();
    await vi.waitFor(() => expect(keysNow.value.size).toBeGreaterThan(0));
  };

  it('lists exactly the commands of the table', async () => {
    await start();
    await press('?');
    await vi.waitFor(() => expect(document.querySelector('dialog dl')).not.toBeNull());
    const said = [...document.querySelectorAll('dialog dd')].map((one) => one.textContent);
    const wanted = commandIds.filter((id) => commandOf(id).views.includes(view as View));
    expect(said.toSorted()).toEqual(wanted.map((id) => text(commandTexts[id][1])).toSorted());
  });

  it('lists every letter and sign that does something, and none that does nothing', async () => {
    await start();
    const keys = [...keysNow.value].flatMap(([id, of]) => of.map((key) => [key, id] as const));
    const meant = new Map<string, CommandId>(keys);
    const begins = (key: string) => [...meant.keys()].some((one) => one.startsWith(`${key} `));
    const used: string[] = [];
    for (const key of printed) {
      await comeBack(ready);
      if (await press(key)) used.push(key);
      if (begins(key)) await press('Escape');
    }
    expect(used).toEqual(printed.filter((key) => meant.has(key) || begins(key)));
  });
});
