import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultBarChoices, readBarChoices } from '../../lib/bar-choices';
import { readBarOptions, writePageKeys } from '../../lib/bar-options';
import { readOptions, writeOptions } from '../../lib/options';
import { readPageOptions } from '../../lib/page-options';
import { readPollState } from '../../lib/poll-state';
import { usualHomes } from '../../papers/homes';
import { connection } from '../../store/database/connection';
import { readDeckSession } from '../../store/deck/kept-session';
import { useFreshStore } from '../support/store';

useFreshStore();

const options = {
  withoutControls: ['huggingface/day'],
  seenWhen: 'page',
  pageBar: false,
  pageKeys: true,
  keys: { save: 'a', note: '' },
  badge: 'list:a1',
  theme: 'dark',
  startsReading: true,
  polls: false,
  quietHours: [22, 7],
  notify: 'rule',
  notifyAt: 23,
  keepsAll: true,
  backupLimit: 500,
  ranks: false,
  newOrder: 'forYou',
  widens: false,
  linkMarks: true,
  fillsNotFrom: ['dblp'],
  thumbnails: false,
  homes: ['pdf'],
  opensAt: 'abs',
  arxivSubjects: ['cs.CL'],
};
const bar = {
  sort: 'forYou',
  isCollapsed: true,
  hidesSeen: true,
  foldsMuted: false,
  hidesReplaced: true,
  knowsKeys: true,
};
const poll = {
  since: '2026-03-27',
  failures: 2,
  lastAskedAt: 1,
  lastAnswerAt: 2,
  askAt: 3,
  notBefore: 4,
  problem: 'busy',
  skipped: 5,
  putOff: { '2026-03-26': 1 },
  toldChanged: true,
};
const deck = {
  ids: ['arxiv:1'],
  since: 4,
  scope: { days: ['2026-03-27'] },
  withMuted: true,
  onlyUnseen: true,
  budget: { minutes: 5, picked: ['arxiv:1'] },
  order: 'forYou',
  widening: ['arxiv:1'],
  at: 'arxiv:1',
  held: 'arxiv:1',
};

function inStorage(key: string) {
  return (value: unknown) => fakeBrowser.storage.local.set({ [key]: value });
}

const pageOptions = { withoutControls: [], seenWhen: 'screen', pageBar: true, ranks: true };
const barOptions = { ...pageOptions, pageKeys: false, keys: {}, widens: true };

/** How each is kept and read, and what is read of a field that is not there. */
const kinds = {
  options: {
    whole: options,
    otherwise: {
      ...barOptions,
      badge: 'unread',
      theme: 'auto',
      startsReading: false,
      polls: true,
      quietHours: [0, 0],
      notify: 'never',
      notifyAt: 8,
      keepsAll: false,
      backupLimit: 200,
      newOrder: 'day',
      linkMarks: false,
      fillsNotFrom: [],
      thumbnails: true,
      homes: [...usualHomes.homes],
      opensAt: usualHomes.opensAt,
      arxivSubjects: [],
    },
    read: readOptions,
    keep: inStorage('options'),
  },
  'options of pages': {
    whole: only(options, pageOptions),
    otherwise: pageOptions,
    read: readPageOptions,
    keep: inStorage('options'),
  },
  'options of the bar': {
    whole: only(options, barOptions),
    otherwise: barOptions,
    read: readBarOptions,
    keep: inStorage('options'),
  },
  'bar choices': {
    whole: bar,
    otherwise: defaultBarChoices,
    read: readBarChoices,
    keep: inStorage('bar'),
  },
  'poll state': {
    whole: poll,
    otherwise: { failures: 0 },
    needed: ['since'],
    read: readPollState,
    keep: inStorage('poll'),
  },
  'deck session': {
    whole: deck,
    otherwise: { scope: {}, withMuted: false, onlyUnseen: false },
    needed: ['ids', 'since'],
    read: readDeckSession,
    keep: async (value: unknown) => {
      await (await connection()).put('profile', value, 'deck');
    },
  },
};

function only(all: object, fields: object): object {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name in fields));
}

interface Kind {
  readonly whole: object;
  readonly otherwise: object;
  readonly needed?: readonly string[];
  readonly read: () => Promise<object | undefined>;
  readonly keep: (value: unknown) => Promise<void>;
}

/** Values that no field here may have. */
const strange = [null, Number.NaN, [[1]], { x: [] }];

describe.each(Object.entries<Kind>(kinds))('stored %s', (_, kind) => {
  const { whole, otherwise, needed = [], read, keep } = kind;

  it('are read as they are, without what nobody knows', async () => {
    await keep({ ...whole, surprise: 1 });
    expect(await read()).toEqual(whole);
  });

  it('are the defaults where nothing is stored, or what has no fields', async () => {
    const expected = needed.length ? undefined : otherwise;
    expect(await read()).toEqual(expected);
    for (const value of [null, 7, 'text', [], {}]) {
      await keep(value);
      expect(await read()).toEqual(expected);
    }
  });

  it.each(Object.keys(whole))('lose `%s` alone when it is damaged', async (field) => {
    const { [field as never]: _lost, ...others } = whole;
    const rest = field in otherwise ? { [field]: otherwise[field as never] } : {};
    for (const value of strange) {
      await keep({ ...whole, [field]: value });
      expect(await read()).toStrictEqual(
        needed.includes(field) ? undefined : { ...others, ...rest },
      );
    }
  });
});

describe('options', () => {
  it('that are changed on a page or elsewhere keep the others', async () => {
    await writeOptions({ theme: 'dark' });
    await writePageKeys(true);
    await writeOptions({ polls: false });
    expect(await readOptions()).toMatchObject({ theme: 'dark', pageKeys: true, polls: false });
  });
});
