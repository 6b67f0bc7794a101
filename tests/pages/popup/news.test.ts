// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeOptions } from '../../../lib/options';
import { writePollState } from '../../../lib/poll-state';
import { makePopup } from '../../../pages/popup/features';
import {
  copyMorning,
  firstFive,
  hasMorning,
  saveMorning,
} from '../../../pages/popup/new-papers/morning';
import { readNews } from '../../../pages/shared/read-news';
import type { PaperRecord } from '../../../papers/record';
import { readMorning } from '../../../store/days/morning';
import { countNew } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { decide } from '../../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

let page: AbortController;
beforeEach(() => {
  page = new AbortController();
});
afterEach(() => page.abort());

const noon = Date.UTC(2026, 2, 27, 12);

/** The site has answered with a day's list. */
const told = (day: string, count: number, checkedAt: number) =>
  recordSighting({
    digest: `huggingface:day:${day}`,
    day,
    shows: 'poll',
    visitAt: checkedAt,
    papers: Array.from({ length: count }, (_, at) =>
      paper(`arxiv:${day}.${at}`, { upvotes: 100 - at, abstract: `Abstract ${at}.` }),
    ),
    answer: { checkedAt, still: 3 },
  });

beforeEach(() => {
  Object.assign(fakeBrowser.tabs, { getCurrent: async () => undefined, query: async () => [] });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('what is known of new papers', () => {
  it('is nothing before the first answer', async () => {
    expect(await readNews(noon)).toEqual({
      counts: { new: 0, seen: 0, muted: 0, followed: 0 },
      dayCount: 0,
      knowsToday: false,
      isAsking: true,
    });
  });

  it('counts days and what is on lists that still fill', async () => {
    await told('2026-03-25', 3, Date.UTC(2026, 2, 26, 2));
    await told('2026-03-26', 2, Date.UTC(2026, 2, 27, 2));
    await told('2026-03-27', 4, noon);
    await decide(['arxiv:2026-03-27.0'], 'dismissed', noon);
    expect(await readNews(noon)).toMatchObject({
      counts: { new: 8 },
      dayCount: 3,
      filling: { new: 3, isToday: true },
      knowsToday: true,
    });
  });

  it('has yesterday’s list among those that fill until it was asked for after its end', async () => {
    await told('2026-03-26', 2, Date.UTC(2026, 2, 26, 23));
    await told('2026-03-27', 1, Date.UTC(2026, 2, 27, 1));
    expect((await readNews(Date.UTC(2026, 2, 27, 1))).filling).toEqual({ new: 3, isToday: false });
  });

  it('has a list of days ago among them that was last asked for before its end', async () => {
    await told('2026-03-20', 12, Date.UTC(2026, 2, 20, 9));
    await told('2026-03-19', 2, Date.UTC(2026, 2, 20, 9));
    expect((await readNews(Date.UTC(2026, 2, 23, 9))).filling).toEqual({ new: 12, isToday: false });
  });

  it('has no list at a weekend that could fill, however often the site is asked', async () => {
    const saturday = Date.UTC(2026, 2, 28, 12);
    await told('2026-03-27', 0, Date.UTC(2026, 2, 28, 2));
    await told('2026-03-28', 0, saturday);
    const known = await readNews(saturday);
    expect(known).toMatchObject({ isWeekend: true, knowsToday: true });
    expect(known.filling).toBeUndefined();
    expect((await readNews(Date.UTC(2026, 2, 27, 12))).isWeekend).toBeUndefined();
  });

  it('has none among them that only a page told of, long after its day', async () => {
    await sightOn('2026-03-20', noon, paper('arxiv:1'));
    expect((await readNews(noon)).filling).toBeUndefined();
    await sightOn('2026-03-26', noon, paper('arxiv:2'));
    expect((await readNews(noon)).filling).toEqual({ new: 1, isToday: false });
  });

  it('is read when its list is shown, and again when the state of asking or an option changes', async () => {
    await told('2026-03-27', 5, noon);
    await decide(['arxiv:2026-03-27.4'], 'unread', noon);
    const { service, features } = makePopup();
    await service.start(page.signal);
    const { news } = await features.load();
    expect(news.news.value).toBeUndefined();
    await service.show({ tab: 'new' });
    await vi.waitFor(() =>
      expect(news.news.value?.counts).toEqual({ new: 4, seen: 0, muted: 0, followed: 0 }),
    );
    expect(news.news.value?.counts).toMatchObject(await countNew());
    expect(service.state.counts.value?.new).toBe(4);
    await writePollState({
      since: '2026-03-26',
      failures: 1,
      problem: 'offline',
      lastAskedAt: noon,
    });
    await vi.waitFor(() => expect(news.news.value?.poll?.problem).toBe('offline'));
    await writeOptions({ polls: false });
    await vi.waitFor(() => expect(news.news.value?.isAsking).toBe(false));
    await decide(['arxiv:2026-03-27.0'], 'unread', noon);
    await vi.waitFor(() => expect(news.news.value?.counts.new).toBe(3));
  });

  it('shows the morning digest once a day, of five papers at most, each once', async () => {
    const [first, second] = [makePopup(), makePopup()];
    await first.service.start(page.signal);
    const { news } = await first.features.load();
    await vi.waitFor(() => expect(news.isFolded.value).toBe(false));
    await news.shown();
    await second.service.start(page.signal);
    const again = await second.features.load();
    await vi.waitFor(() => expect(again.news.isFolded.value).toBe(true));

    const papers = Array.from({ length: 9 }, (_, at) => ({ id: `arxiv:${at}` }) as PaperRecord);
    const caught = papers.slice(0, 2).map((paper) => ({ paper, by: [] }));
    const morning = { top: papers.slice(1), caught, moreCaught: 1, due: papers.slice(2, 3) };
    const { top, due, moreCaught } = firstFive(morning);
    expect(due).toEqual(papers.slice(2, 3));
    expect(top).toEqual(papers.slice(3, 5));
    expect(moreCaught).toBe(1);
  });

  it('keeps the morning digest folded once the reader has folded it', async () => {
    const [first, second] = [makePopup(), makePopup()];
    await first.service.start(page.signal);
    await (await first.features.load()).news.fold(true);
    await second.service.start(page.signal);
    const { news } = await second.features.load();
    await vi.waitFor(() => expect(news.isFolded.value).toBe(true));
  });
});

describe('the morning digest', () => {
  it('is not there before any list is whole, and has nothing to take then', async () => {
    await told('2026-03-27', 4, noon);
    expect(hasMorning(undefined)).toBe(false);
    expect(hasMorning(await readMorning(noon))).toBe(false);
  });

  it('is copied as Markdown and saved as Atom, with how many papers there are', async () => {
    // Its title and the file's name have the reader's day.
    vi.stubEnv('TZ', 'UTC');
    await told('2026-03-26', 7, Date.UTC(2026, 2, 27, 2));
    const morning = await readMorning(noon);
    expect(hasMorning(morning)).toBe(true);
    const writeText = vi.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    expect(await copyMorning(morning, noon)).toBe('Copied 5 papers');
    const [copied] = writeText.mock.calls[0] ?? [];
    expect(copied).toMatch(/^# Papers on Fri.* 27 Mar/);
    expect(copied).toMatch(/## Most upvoted on Thu.* 26 Mar\n\n- \[Paper arxiv:2026-03-26\.0\]/);
    const made: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`,
      revokeObjectURL: () => undefined,
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined);
    expect(await saveMorning(morning, noon)).toBe('Downloaded 5 papers');
    expect(clicked.mock.contexts.map((link) => (link as HTMLAnchorElement).download)).toEqual([
      'offprint-2026-03-27.atom',
    ]);
    expect(made[0]?.type).toBe('application/atom+xml');
  });
});
