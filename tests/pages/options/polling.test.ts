// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Options, readOptions, writeOptions } from '../../../lib/options';
import { writePollState } from '../../../lib/poll-state';
import { Polling } from '../../../pages/options/polling';

const event = { addListener: () => undefined };
let answer: () => Promise<boolean>;
let isAllowed: boolean;

/** The fake browser grants nothing; this one answers as the reader does. */
beforeEach(() => {
  fakeBrowser.reset();
  answer = async () => true;
  isAllowed = true;
  Object.assign(fakeBrowser, {
    permissions: {
      onAdded: event,
      onRemoved: event,
      contains: async () => isAllowed,
      request: () => answer(),
    },
  });
});

const notify = async (asking: Polling, choice: Options['notify']) => {
  await asking.notify(choice, writeOptions);
  return (await readOptions()).notify;
};

describe('choosing notifications', () => {
  it('keeps the choice when the browser allows them', async () => {
    const asking = new Polling();
    expect(await notify(asking, 'daily')).toBe('daily');
    expect(asking.saidOfNotifying.value).toBe('');
  });

  it.each([
    ['refuses', async () => false],
    ['knows no such permission', () => Promise.reject(new Error('not in the manifest'))],
  ])('leaves the choice as it was when the browser %s, and says so', async (_, given) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    answer = given;
    const asking = new Polling();
    expect(await notify(asking, 'rule')).toBe('never');
    expect(asking.saidOfNotifying.value).toContain('does not allow notifications');
    answer = async () => true;
    expect(await notify(asking, 'rule')).toBe('rule');
    expect(asking.saidOfNotifying.value).toBe('');
  });

  it('asks for nothing when none is wanted', async () => {
    const asking = new Polling();
    await notify(asking, 'daily');
    answer = () => Promise.reject(new Error('asked'));
    expect(await notify(asking, 'never')).toBe('never');
  });
});

describe('notifications that the browser does not allow', () => {
  it('are refused anew with each try, so that the choice is drawn as it is', async () => {
    answer = async () => false;
    const asking = new Polling();
    const said: string[] = [];
    asking.saidOfNotifying.subscribe((sentence) => said.push(sentence));
    await notify(asking, 'daily');
    await notify(asking, 'daily');
    expect(said.map((sentence) => sentence !== '')).toEqual([false, true, false, true]);
  });

  it('are told where they were allowed once', async () => {
    isAllowed = false;
    await writeOptions({ notify: 'daily' });
    const asking = new Polling();
    asking.start();
    await vi.waitFor(() => expect(asking.mayNotify.value).toBe(false));
    expect(asking.saidOfNotifying.value).toContain('does not allow notifications');
    expect(await notify(asking, 'daily')).toBe('daily');
    expect(asking.mayNotify.value).toBe(true);
  });
});

describe('what the options say of asking', () => {
  it('follows the state, the alarm and what the browser allows', async () => {
    isAllowed = false;
    const soon = Date.now() + 3_600_000;
    await fakeBrowser.alarms.create('job:poll', { when: soon });
    const asking = new Polling();
    asking.start();
    await vi.waitFor(() => expect(asking.isAllowed.value).toBe(false));
    expect(asking.nextAt.value).toBe(soon);
    isAllowed = true;
    await writePollState({ since: '2026-03-26', failures: 2, problem: 'busy' });
    await vi.waitFor(() => expect(asking.poll.value?.problem).toBe('busy'));
    expect(asking.isAllowed.value).toBe(true);
  });

  it('says when the reader does not allow the site, and follows when they do', async () => {
    isAllowed = false;
    answer = async () => false;
    const asking = new Polling();
    asking.start();
    await vi.waitFor(() => expect(asking.isAllowed.value).toBe(false));
    await asking.allow();
    expect(asking.saidOfAsking.value).toContain('You did not allow it');
    answer = async () => true;
    await asking.allow();
    expect(asking.isAllowed.value).toBe(true);
    expect(asking.saidOfAsking.value).toBe('');
  });
});
