import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepAlarms } from '../../background/jobs/alarms';
import { backUp, nextBackup } from '../../background/jobs/backups';
import { jobsOf } from '../../background/jobs/jobs';
import { changeBackupState, readBackupState } from '../../lib/backup-state';
import { lastChangeAt } from '../../lib/changes';
import { takeNotices } from '../../lib/notices';
import { keptBackups } from '../../store/backup/kept/files';
import { decide } from '../../store/words/decide';
import { type Trouble, usePrivateDirectory } from '../support/private-directory';
import { fill } from '../support/restore';
import { useFreshStore } from '../support/store';

useFreshStore();

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-03-27T09:00:00Z');
let now = start;
let trouble: Trouble;
let mayDownload = false;
const downloads: { url: string; filename: string }[] = [];
let endOfDownload = 'complete';
type Listener = (change: object) => void;
let listeners: Listener[] = [];

beforeEach(() => {
  now = start;
  trouble = {};
  mayDownload = true;
  downloads.length = 0;
  listeners = [];
  endOfDownload = 'complete';
  usePrivateDirectory(trouble);
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
  Object.assign(fakeBrowser, {
    permissions: { contains: async () => mayDownload },
    downloads: {
      onChanged: {
        addListener: (listener: Listener) => void listeners.push(listener),
        removeListener: (gone: Listener) => {
          listeners = listeners.filter((one) => one !== gone);
        },
      },
      download: async (what: { url: string; filename: string }) => {
        downloads.push(what);
        for (const listener of listeners)
          listener({ id: downloads.length, state: { current: endOfDownload } });
        return downloads.length;
      },
    },
  });
  vi.stubEnv('FIREFOX', 'true');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Two minutes after the last change. */
const quietAt = async () => (await lastChangeAt()) + 2 * minute;
const alarmAt = async () => (await fakeBrowser.alarms.get('job:backup'))?.scheduledTime;
const fire = () =>
  fakeBrowser.alarms.onAlarm.trigger({ name: 'job:backup', scheduledTime: 0 } as never);

/** A worker that was ended has no listeners left; storage and alarms stay. */
function startWorker(run = backUp): void {
  fakeBrowser.alarms.onAlarm.removeAllListeners();
  fakeBrowser.storage.onChanged.removeAllListeners();
  keepAlarms(jobsOf({ nextBackup, backUp: run }));
}

describe('a backup a day', () => {
  it('is first made in the first quiet moment after a change, and then after each day', async () => {
    expect(await nextBackup(now)).toBeUndefined();
    await fill();
    startWorker();
    await vi.waitFor(async () => expect(await alarmAt()).toBe(await quietAt()));
    now = start + 2 * minute;
    await fire();
    await vi.waitFor(async () => expect(await keptBackups()).toHaveLength(1));
    await vi.waitFor(async () => expect(await alarmAt()).toBe(now + 20 * hour));
  });

  it('waits for a quiet moment when it is due, but not for ever', async () => {
    await changeBackupState({ checkedAt: start - 21 * hour });
    expect(await nextBackup(now)).toBe(start - hour);
    await fill();
    expect(await nextBackup(now)).toBe(await quietAt());
    await changeBackupState({ checkedAt: start - 40 * hour });
    expect(await nextBackup(now)).toBe(start - 14 * hour);
  });

  it('is not put off by a clock that was wrong', async () => {
    await fill();
    await changeBackupState({ checkedAt: start + 900 * hour });
    expect(await nextBackup(now)).toBe(await quietAt());
  });

  it('is made after all where the worker was killed over it', async () => {
    await fill();
    let end = () => {};
    const begun = new Promise<void>((resolve) => {
      startWorker(async () => {
        resolve();
        await new Promise<void>((resolveRun) => {
          end = resolveRun;
        });
      });
    });
    await vi.waitFor(async () => expect(await alarmAt()).toBe(await quietAt()));
    now = start + 2 * minute;
    await fire();
    await begun;
    await fakeBrowser.alarms.clearAll();
    now = start + 3 * minute;
    startWorker();
    await vi.waitFor(async () => expect(await alarmAt()).toBe(await quietAt()));
    end();
  });

  it('is none where nothing has changed, and is asked for again a day later', async () => {
    await fill();
    await backUp(start);
    await backUp(start + 20 * hour);
    expect(await keptBackups()).toHaveLength(1);
    expect(await readBackupState()).toEqual({ checkedAt: start + 20 * hour });
  });
});

describe('a backup that fails', () => {
  it('is told once, tried again every hour, and forgotten when there is one', async () => {
    await fill();
    trouble.writing = new DOMException('The quota has been exceeded', 'QuotaExceededError');
    startWorker();
    await fire();
    await vi.waitFor(async () => expect(await alarmAt()).toBe(start + hour));
    const failure = { at: start, isFull: true, reason: 'The quota has been exceeded' };
    expect((await readBackupState()).failure).toEqual(failure);
    expect(await takeNotices()).toEqual([{ kind: 'unkept', at: start, count: 1 }]);
    now = start + hour;
    await expect(backUp(now)).rejects.toThrow('quota');
    expect(await takeNotices()).toEqual([]);
    expect((await readBackupState()).failure).toEqual(failure);
    trouble.writing = undefined;
    await backUp(start + 2 * hour);
    expect(await readBackupState()).toEqual({ checkedAt: start + 2 * hour });
    expect(await keptBackups()).toHaveLength(1);
  });

  it('is no failure where the browser has no place for backups', async () => {
    await fill();
    const getDirectory = async () => {
      throw new DOMException('Not in a private window', 'SecurityError');
    };
    Object.defineProperty(navigator, 'storage', { configurable: true, value: { getDirectory } });
    await backUp(start);
    expect(await takeNotices()).toEqual([]);
    expect(await readBackupState()).toEqual({ checkedAt: start });
  });
});

describe('the downloads folder', () => {
  const day = 24 * hour;

  it('gets the newest backup once a week, where the reader wants that and something has changed', async () => {
    await fill();
    await backUp(start);
    expect(downloads).toEqual([]);
    await changeBackupState({ downloads: {} });
    await backUp(start + hour);
    expect(downloads).toMatchObject([{ filename: 'Offprint/offprint-2026-03-27.jsonl.gz' }]);
    await decide(['arxiv:4'], 'unread', 5000);
    await backUp(start + 3 * day);
    await backUp(start + 9 * day);
    expect(downloads.map(({ filename }) => filename.slice(18, 28))).toEqual([
      '2026-03-27',
      '2026-03-30',
    ]);
    await backUp(start + 30 * day);
    expect(downloads).toHaveLength(2);
    expect(listeners).toEqual([]);
  });

  it('gets none when the browser does not allow it any more', async () => {
    await fill();
    await changeBackupState({ downloads: {} });
    mayDownload = false;
    await backUp(start);
    expect(downloads).toEqual([]);
    expect(await keptBackups()).toHaveLength(1);
  });

  it('that has no room is told of, and gets it when it has', async () => {
    await fill();
    await changeBackupState({ downloads: {} });
    endOfDownload = 'interrupted';
    await expect(backUp(start)).rejects.toThrow('interrupted');
    expect(await takeNotices()).toMatchObject([{ kind: 'unkept' }]);
    expect(await keptBackups()).toHaveLength(1);
    endOfDownload = 'complete';
    await backUp(start + hour);
    expect(downloads).toHaveLength(2);
    expect((await readBackupState()).failure).toBeUndefined();
  });
});
