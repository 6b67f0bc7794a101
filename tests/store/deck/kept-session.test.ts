import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeOldStorage } from '../../../background/jobs/remove-old-storage';
import { deleteEverything } from '../../../store/backup/contents';
import {
  keepDeckSession,
  readDeckSession,
  takeOverDeckSession,
} from '../../../store/deck/kept-session';
import { refreshVerdicts } from '../../../store/rules/refresh';
import { saveRule } from '../../../store/rules/rules';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const session = {
  ids: ['arxiv:1', 'arxiv:2'],
  since: 3,
  scope: {},
  withMuted: false,
  onlyUnseen: false,
};
const later = { ...session, at: 'arxiv:2' };

async function readable(): Promise<string> {
  return JSON.stringify(await fakeBrowser.storage.local.get(null));
}

describe('a session of the deck', () => {
  it('is gone on with that an earlier version kept where content scripts can read it', async () => {
    await fakeBrowser.storage.local.set({ deck: later, options: { theme: 'dark' } });
    expect(await readDeckSession()).toEqual(later);
    expect(await readable()).toBe('{"options":{"theme":"dark"}}');
    expect(await readDeckSession()).toEqual(later);
  });

  it('of this version stands against one of an earlier version', async () => {
    await keepDeckSession(later);
    await fakeBrowser.storage.local.set({ deck: session });
    await Promise.all([takeOverDeckSession(), takeOverDeckSession()]);
    expect(await readDeckSession()).toEqual(later);
    expect(await readable()).toBe('{}');
  });

  it('goes with everything else, one of an earlier version too', async () => {
    await fakeBrowser.storage.local.set({ deck: session });
    await deleteEverything();
    expect(await readDeckSession()).toBeUndefined();
    await keepDeckSession(session);
    await deleteEverything();
    expect(await readDeckSession()).toBeUndefined();
  });
});

describe('what content scripts can read', () => {
  it('names no paper and no rule', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'));
    await saveRule({ id: 'm', effect: 'mute', subject: 'phrase', value: 'splatting' }, 2000);
    await refreshVerdicts(3000);
    await keepDeckSession(session);
    expect(await readable()).not.toMatch(/arxiv|splatting/);
  });

  it('loses after an update what earlier versions kept there', async () => {
    removeOldStorage();
    const judgedBy = '[4,["m","mute","phrase","splatting"]]';
    const change = { at: 1, ids: ['arxiv:1'] };
    await fakeBrowser.storage.local.set({ judgedBy, change, deck: session });
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.2.0' });
    await vi.waitFor(async () => expect(await readable()).toBe('{}'));
    expect(await readDeckSession()).toEqual(session);
  });
});
