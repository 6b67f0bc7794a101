import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isFilling, readDays } from '../../store/days/days';
import { countNew, recordsOf } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { papersOn } from '../fixtures/recent';
import { at, FakeSite, hour } from '../support/poll';
import { useFreshStore } from '../support/store';

useFreshStore();

let site: FakeSite;
beforeEach(() => {
  site = new FakeSite(at('2026-03-27T09:00'));
});

const askedDays = () => site.questions.map((question) => question.day);
const stored = async (one: string) => (await readDays(one, one))[0];

describe('a list that grows', () => {
  it('is filling until its day is over and its count has stood still for three answers', async () => {
    const sizes = [0, 1, 24, 24, 24];
    const states: [number, boolean][] = [];
    site.now = at('2026-03-27T19:30');
    for (const size of sizes) {
      site.list('2026-03-27', papersOn('2026-03-27', size));
      await site.poll();
      const known = await stored('2026-03-27');
      states.push([(await countNew()).new, known ? isFilling(known, site.now) : false]);
      site.now += hour;
    }
    expect(states).toEqual([
      [0, true],
      [1, true],
      [24, true],
      [24, true],
      [24, true],
    ]);
    site.now = at('2026-03-28T00:10');
    await site.poll();
    const over = await stored('2026-03-27');
    expect(over && isFilling(over, site.now)).toBe(false);
    site.questions.length = 0;
    site.now += hour;
    await site.poll();
    expect(askedDays()).toEqual(['2026-03-28']);
  });

  it('that grew in the last hour is asked for after midnight until it stands still', async () => {
    site.now = at('2026-03-27T23:30');
    site.list('2026-03-27', papersOn('2026-03-27', 4));
    await site.poll();
    const steps: [number, boolean][] = [
      [5, true],
      [6, true],
      [6, true],
      [6, false],
    ];
    for (const [size, isOpen] of steps) {
      site.now += hour;
      site.list('2026-03-27', papersOn('2026-03-27', size));
      await site.poll();
      const known = await stored('2026-03-27');
      expect(known && isFilling(known, site.now)).toBe(isOpen);
    }
    expect((await countNew()).new).toBe(6);
  });

  it('shows as new what comes to a day that the reader has gone through', async () => {
    site.list('2026-03-27', papersOn('2026-03-27', 5));
    await site.poll();
    const ids = papersOn('2026-03-27', 5).map((entry) => `arxiv:${entry.paper.id}`);
    await decide(ids, 'dismissed', site.now);
    expect((await countNew()).new).toBe(0);
    site.list('2026-03-27', papersOn('2026-03-27', 7));
    site.now += hour;
    await site.poll();
    expect((await countNew()).new).toBe(2);
  });

  it('that has not changed changes nothing, whether the site says so or not', async () => {
    site.list('2026-03-27', papersOn('2026-03-27', 5));
    for (const marks of [true, false]) {
      site.marks = marks;
      await site.poll();
      const before = await fakeBrowser.storage.session.get('change');
      const records = await recordsOf((await stored('2026-03-27'))?.ids ?? []);
      site.now += hour;
      await site.poll();
      expect(await fakeBrowser.storage.session.get('change')).toEqual(before);
      expect(await recordsOf((await stored('2026-03-27'))?.ids ?? [])).toEqual(records);
      expect((await stored('2026-03-27'))?.checkedAt).toBe(site.now);
    }
  });
});
