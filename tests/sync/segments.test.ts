import { describe, expect, it } from 'vitest';
import { Document } from '../../sync/documents/document';
import { readPaper, writePaper } from '../../sync/documents/papers';
import type { PaperWords } from '../../sync/local';
import { rangeOf } from '../../sync/round/paths';
import { type Device, randomBytes, seeded } from '../support/sync/device';
import { doneOf } from '../support/sync/sixty';
import { sayingsOf, someDevices } from '../support/sync/world';

const ranges = (names: readonly string[]) => names.map((name) => rangeOf(name));

/** Two devices, of which one has said something this many times, each in a round of its own. */
async function saying(times: number) {
  const { world, devices } = await someDevices(3);
  const [one, other, late] = devices as [Device, Device, Device];
  for (let at = 0; at < times; at += 1) {
    one.note(`arxiv:${at}`, `What I thought of it, ${at}.`);
    doneOf(await one.round());
    if (at === 4) doneOf(await other.round());
  }
  return { world, one, other, late };
}

describe('segments', () => {
  it('are in few files, of which a device that joins asks for few', async () => {
    const { world, one, other, late } = await saying(60);
    const { segments = [], snapshot } = one.local.state.own ?? {};
    expect(snapshot).toBeUndefined();
    expect(segments.length).toBeLessThanOrEqual(5);
    const all = ranges(segments);
    expect(all[0]?.first).toBe(1);
    expect(all.at(-1)?.last).toBe(60);
    for (const [at, range] of all.entries())
      if (at > 0) expect(range?.first).toBe((all[at - 1]?.last ?? 0) + 1);
    world.remote.asked.length = 0;
    doneOf(await late.round());
    // Beside two other heads and its own.
    expect(world.remote.asked.filter((asked) => asked.includes(' d/')).length).toBeLessThan(6);
    expect(sayingsOf(late)).toEqual(sayingsOf(one));
    // Who has read a part of what was joined since reads the rest.
    doneOf(await other.round());
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
  });

  it('that were joined are taken away many at a time, and nothing is left of them', async () => {
    const { world, one } = await saying(40);
    const { device = '', segments = [], trash = [] } = one.local.state.own ?? {};
    const there = [...world.remote.files.keys()].filter((path) => path.startsWith(`d/${device}/s`));
    expect(there.length).toBeLessThanOrEqual(segments.length + trash.length);
    expect(trash.length).toBeLessThan(20);
    expect(world.remote.asked.some((asked) => asked.startsWith('remove'))).toBe(true);
  });

  it('have a file each in a vault of format 1, whose older versions know no others', async () => {
    const { devices } = await someDevices(2);
    const [one, other] = devices as [Device, Device];
    for (const { local } of [one, other]) {
      const { own } = local.state;
      if (own) await local.keepOwn({ ...own, file: { ...own.file, format: 1 } });
    }
    for (let at = 0; at < 9; at += 1) {
      one.stand(`arxiv:${at}`, 'unread');
      one.tag(`arxiv:${at}`, 'agents');
      doneOf(await one.round());
    }
    const { segments = [], recent } = one.local.state.own ?? {};
    expect(recent).toBeUndefined();
    expect(ranges(segments)).toEqual(
      Array.from({ length: 9 }, (_, at) => ({ first: at + 1, last: at + 1 })),
    );
    doneOf(await other.round());
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
  });

  it('are not joined to what is much larger', async () => {
    const { devices } = await someDevices(1);
    const [one] = devices as [Device];
    const noise = Buffer.from(randomBytes(seeded(1))(30_000)).toString('base64');
    one.note('arxiv:1', noise);
    doneOf(await one.round());
    for (let at = 2; at < 6; at += 1) {
      one.note(`arxiv:${at}`, 'short');
      doneOf(await one.round());
    }
    expect(ranges(one.local.state.own?.segments ?? [])[0]).toEqual({ first: 1, last: 1 });
  });
});

describe('words', () => {
  const said: PaperWords = {
    words: {
      standing: {
        value: {
          ...{ state: 'read', savedAt: Date.UTC(2026, 2, 27, 23), savedUpvotes: 0, readAt: 5 },
          ...{ savedDay: '2026-03-28', readDay: '1969-12-31' },
        },
        stamp: { at: 5, device: 'a' },
      },
      tags: {
        agents: { value: { name: 'agents', isOn: true }, stamp: { at: 6, device: 'a' } },
        thesis: { value: { name: 'Thesis', isOn: false, since: 0 }, stamp: { at: 7, device: 'a' } },
      },
    },
  };
  const written = (words: PaperWords, shapes?: 1 | 2) => {
    const writer = { device: 'aaaa', clientId: 1, ...(shapes && { shapes }) };
    const document = new Document(undefined, writer);
    document.write(() => writePaper(document, 'arxiv:1', words, false));
    return document;
  };
  const valueIn = (document: Document, group: string) => document.read('arxiv:1', group)[0]?.value;

  it('leave out in format 2 what the stamp and the key say already, and are read in both', () => {
    const [older, newer] = [written(said, 1), written(said)];
    for (const document of [older, newer]) expect(readPaper(document, 'arxiv:1')).toEqual(said);
    const at = Date.UTC(2026, 2, 27, 23);
    const rest = [null, null, null];
    expect(valueIn(older, 's')).toEqual([
      [5, 'a'],
      ['read', null, at, 0, 5, ...rest, '2026-03-28', '1969-12-31'],
    ]);
    expect(valueIn(newer, 's')).toEqual([
      [5, 'a'],
      ['read', null, at, 0, true, ...rest, 1, -1],
    ]);
    expect(valueIn(older, 'tagents')).toEqual([
      [6, 'a'],
      ['agents', true],
    ]);
    expect(valueIn(newer, 'tagents')).toEqual([
      [6, 'a'],
      [null, true],
    ]);
    expect(valueIn(newer, 'tthesis')).toEqual([
      [7, 'a'],
      ['Thesis', false, 0],
    ]);
  });

  it.each([
    ['a day that is far from its time', { savedAt: 5, savedDay: '2026-03-28' }],
    ['a day of which no time is known', { savedDay: '2026-03-28' }],
    ['a time beyond all dates', { savedAt: 9e15, savedDay: '2026-03-28' }],
    ['no day', { savedAt: 7 }],
  ] as const)('keep %s', (_, some) => {
    const standing = {
      value: { state: 'unread', ...some },
      stamp: { at: 7, device: 'a' },
    } as const;
    const words = { words: { standing } };
    expect(readPaper(written(words), 'arxiv:1')).toEqual(words);
  });
});
