import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlers } from '../../background/messages/page-handlers';
import type { CardNavigation } from '../../content/bar/card-navigation';
import { BarService } from '../../content/bar/service';
import type { PageCommand } from '../../content/bar/shortcuts';
import { type BarState, makeState } from '../../content/bar/state';
import type { SharedPage } from '../../content/page/shared-page';
import { pageCommands } from '../../lib/keymap/commands';
import { keymapIn } from '../../lib/keymap/keymap';
import { ask, type Standing } from '../../lib/messages';
import type { PaperId } from '../../papers/paper';
import { recordsOf } from '../../store/records/queries';
import { saveRule } from '../../store/rules/rules';
import { decide } from '../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3'];
const papers = ids.map((id) => paper(id));
const visit = {
  digest: 'huggingface:day:2026-03-27',
  day: '2026-03-27',
  shows: 'digest',
  visitAt: 1000,
} as const;
const sender = {
  id: 'offprint',
  tab: { id: 1 },
  url: 'https://huggingface.co/papers/date/2026-03-27',
};

let state: BarState;
let service: BarService;
let current: PaperId | undefined;

/** A page that shows what it was told of its papers. */
function pageOf(shown: BarState): SharedPage {
  const learn = (told: Standing) => {
    const states = new Map([...(shown.view.peek()?.states ?? []), ...Object.entries(told.states)]);
    const { remarks } = told;
    shown.view.value = { kind: 'huggingface/day', visit, papers, cards: [], states, remarks };
  };
  return {
    learn,
    async decide(decided, to, click) {
      const { action, standing } = await ask('decide', { ...visit, paper: decided, to, click });
      learn(standing);
      return action;
    },
  } as Partial<SharedPage> as SharedPage;
}

beforeEach(async () => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { type, request } = message as unknown as {
      type: keyof typeof handlers;
      request: object;
    };
    return { value: await handlers[type](request, sender) };
  });
  await sightOn('2026-03-27', 1000, ...papers);
  current = 'arxiv:1';
  state = makeState();
  const page = pageOf(state);
  const cardNavigation = {
    current: () => (current === undefined ? undefined : { id: current }),
    successor: () => undefined,
    goTo: () => {},
  } as Partial<CardNavigation> as CardNavigation;
  service = new BarService(state, page, cardNavigation);
  page.learn(await ask('states', { ids, day: visit.day, visitAt: visit.visitAt }));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const stateOf = async (id: PaperId) => (await recordsOf([id]))[0]?.state;
const says = (words: string) =>
  vi.waitFor(() => expect(state.notice.value?.words).toBe(words), { timeout: 5000 });

describe('undo on the page', () => {
  it('passes over what a rule saved since', async () => {
    service.press('dismiss');
    await says('Dismissed: Paper arxiv:1');
    await saveRule(
      { id: 'r', effect: 'follow', subject: 'organization', value: 'Lab', saves: true },
      2000,
    );
    await sightOn('2026-03-27', 3000, paper('arxiv:2', { organization: 'Lab' }));
    service.press('undo');
    await says('Taken back: Dismissed: Paper arxiv:1');
    expect(await Promise.all(ids.map(stateOf))).toEqual(['new', 'unread', 'new']);
  });

  it('pressed twice at once takes back two actions, the decision before it included', async () => {
    service.press('save');
    current = 'arxiv:2';
    service.press('dismiss');
    service.press('undo');
    service.press('undo');
    await says('Taken back: Saved: Paper arxiv:1');
    expect(await Promise.all(ids.map(stateOf))).toEqual(['new', 'new', 'new']);
    service.press('undo');
    await says('There is nothing to undo');
  });

  it('beside a notice is of what the notice tells, whatever another window did since', async () => {
    service.press('save');
    await says('Saved: Paper arxiv:1');
    await decide(['arxiv:3'], 'dismissed', Date.now());
    service.tag('arxiv:2', 'rl');
    await says('Tagged 1 paper “rl”');
    const notice = state.notice.value;
    await decide(['arxiv:3'], 'read', Date.now());
    service.undo(notice);
    expect(state.notice.value).toEqual({ words: 'Tagged 1 paper “rl”' });
    await says('Taken back: Tagged 1 paper “rl”');
    expect((await recordsOf(['arxiv:2']))[0]?.tags).toEqual([]);
    expect(await stateOf('arxiv:3')).toBe('read');
  });

  it('says so when there was nothing left to take back', async () => {
    service.press('save');
    await says('Saved: Paper arxiv:1');
    const notice = state.notice.value;
    service.press('undo');
    await says('Taken back: Saved: Paper arxiv:1');
    service.undo(notice);
    await says('There is nothing to undo');
  });
});

describe('while something is open above the bar', () => {
  it.each([
    { kind: 'help' },
    { kind: 'tag', id: 'arxiv:1', names: [] },
    { kind: 'read', id: 'arxiv:1' },
  ] as const)('no key of the page acts but the one that closes it: $kind', async (sheet) => {
    service.open(sheet);
    const keymap = keymapIn(pageCommands, 'page', {}) as ReadonlyMap<string, PageCommand>;
    const others = [...keymap.values()].filter((command) => command !== 'close');
    expect(others.map((command) => service.press(command))).toEqual(others.map(() => false));
    expect(state.sheet.value).toEqual(sheet);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['new', 'new', 'new']);
    expect(service.press('close')).toBe(true);
    expect(service.press('save')).toBe(true);
    await says('Saved: Paper arxiv:1');
  });
});

describe('the field for a tag', () => {
  it('takes a list of them as it is typed', async () => {
    service.tag('arxiv:1', '#rl、sft; #');
    await says('Tagged 1 paper “rl, sft”');
    expect((await recordsOf(['arxiv:1']))[0]?.tags).toEqual(['rl', 'sft']);
  });

  it('is there before anything was answered, and is filled later', async () => {
    await decide(['arxiv:2'], 'unread', 2000);
    service.tag('arxiv:2', 'rl');
    await says('Tagged 1 paper “rl”');
    service.press('tag');
    expect(state.sheet.value).toEqual({ kind: 'tag', id: 'arxiv:1', names: [] });
    await vi.waitFor(() => expect(state.sheet.value).toMatchObject({ names: ['rl'] }));
  });

  it('that was closed stays closed', async () => {
    service.press('tag');
    service.close();
    service.press('undo');
    await says('There is nothing to undo');
    expect(state.sheet.value).toBeUndefined();
  });
});
