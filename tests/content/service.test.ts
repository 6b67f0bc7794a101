import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addTag } from '../../content/bar/reading/save-own-words';
import type { PageCommand } from '../../content/bar/shortcuts';
import { pageCommands } from '../../lib/keymap/commands';
import { keymapIn } from '../../lib/keymap/keymap';
import { recordsOf } from '../../store/records/queries';
import { saveRule } from '../../store/rules/rules';
import { decide } from '../../store/words/decide';
import { ids, type OpenBar, openBar, says, stateOf } from '../support/bar';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

let bar: OpenBar;

beforeEach(async () => {
  bar = await openBar();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('undo on the page', () => {
  it('passes over what a rule saved since', async () => {
    bar.service.press('dismiss');
    await says(bar, 'Dismissed “Paper arxiv:1”');
    await saveRule(
      { id: 'r', effect: 'follow', subject: 'organization', value: 'Lab', saves: true },
      2000,
    );
    await sightOn('2026-03-27', 3000, paper('arxiv:2', { organization: 'Lab' }));
    bar.service.press('undo');
    await says(bar, '“Paper arxiv:1” is new again');
    expect(await Promise.all(ids.map(stateOf))).toEqual(['new', 'unread', 'new']);
  });

  it('pressed twice at once takes back two actions, the decision before it included', async () => {
    bar.service.press('save');
    bar.current = 'arxiv:2';
    bar.service.press('dismiss');
    bar.service.press('undo');
    bar.service.press('undo');
    await says(bar, '“Paper arxiv:1” is new again');
    expect(await Promise.all(ids.map(stateOf))).toEqual(['new', 'new', 'new']);
    bar.service.press('undo');
    await says(bar, 'There is nothing to undo');
  });

  it('beside a notice is of what the notice tells, whatever another window did since', async () => {
    bar.service.press('save');
    await says(bar, 'Saved “Paper arxiv:1”');
    await decide(['arxiv:3'], 'dismissed', Date.now());
    addTag(bar.service, 'arxiv:2', 'rl');
    await says(bar, 'Tagged 1 paper “rl”');
    const notice = bar.state.notice.value;
    await decide(['arxiv:3'], 'read', Date.now());
    bar.service.undo(notice);
    expect(bar.state.notice.value).toEqual({ words: 'Tagged 1 paper “rl”' });
    await says(bar, '1 paper is new again');
    expect((await recordsOf(['arxiv:2']))[0]?.tags).toEqual([]);
    expect(await stateOf('arxiv:3')).toBe('read');
  });

  it('says so when there was nothing left to take back', async () => {
    bar.service.press('save');
    await says(bar, 'Saved “Paper arxiv:1”');
    const notice = bar.state.notice.value;
    bar.service.press('undo');
    await says(bar, '“Paper arxiv:1” is new again');
    bar.service.undo(notice);
    await says(bar, 'There is nothing to undo');
  });
});

describe('while something is open above the bar', () => {
  it.each(['help', 'menu'] as const)(
    'no key of the page acts but the one that closes it: %s',
    async (kind) => {
      bar.service.open({ kind });
      const keymap = keymapIn(pageCommands, 'page', {}) as ReadonlyMap<string, PageCommand>;
      const others = [...keymap.values()].filter((command) => command !== 'close');
      expect(others.map((command) => bar.service.press(command))).toEqual(others.map(() => false));
      expect(bar.state.sheet.value).toEqual({ kind });
      expect(await Promise.all(ids.map(stateOf))).toEqual(['new', 'new', 'new']);
      expect(bar.service.press('close')).toBe(true);
      expect(bar.service.press('save')).toBe(true);
      await says(bar, 'Saved “Paper arxiv:1”');
    },
  );
});
