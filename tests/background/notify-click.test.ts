import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { offerNotifications } from '../../background/notifications/clicks';
import { tellFollowed } from '../../background/notifications/notifications';
import { writeOptions } from '../../lib/options';
import { saveRule } from '../../store/rules/rules';
import { useNotifications } from '../support/notifications';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();
const bell = useNotifications();
const { clicked } = bell;

describe('a click on it', () => {
  it('opens the deck, or the one that is open', async () => {
    Object.assign(fakeBrowser.runtime, { getContexts: async () => [] });
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    offerNotifications();
    offerNotifications();
    expect(clicked.size).toBe(1);
    for (const listener of clicked) listener('new-papers');
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    expect(create.mock.calls[0]?.[0]).toMatchObject({ active: true });
    expect(create.mock.calls[0]?.[0].url).toMatch(/\/deck\.html$/);
  });

  it('opens the list where all that it told of is saved already', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    const saved = paper('arxiv:1', { title: 'A robot' });
    const rule = { id: 'robots', effect: 'follow', subject: 'phrase', value: 'robot' } as const;
    await writeOptions({ notify: 'rule' });
    await saveRule({ ...rule, saves: true }, bell.now);
    await tellFollowed(async () => {
      await sightOn('2026-03-27', bell.now, saved);
    }, bell.now);
    offerNotifications();
    for (const listener of clicked) listener(bell.lastId);
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    expect(create.mock.calls[0]?.[0].url).toMatch(/\/library\.html\?q=is%3Aunread$/);
  });

  it('is not listened to where the browser has no notifications yet', () => {
    Object.assign(fakeBrowser, { notifications: undefined });
    offerNotifications();
    expect(clicked.size).toBe(0);
  });
});
