// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeOptions } from '../../../lib/options';
import { writePollState } from '../../../lib/poll-state';
import type { Paper } from '../../../papers/paper';
import { isoDay } from '../../../papers/record';
import { recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { caughtFiles } from '../../support/jsdom';
import { openPopup, useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { paper } from '../../support/store';

useFreshPages();

const dayLength = 86_400_000;
const noon = Date.UTC(2026, 10, 25, 12);
const dayBefore = (days: number) => isoDay(noon - days * dayLength);
/** Six days away, the first of them today. */
const away = [4, 6, 3, 5, 2, 3];

const papersOn = (daysAgo: number, count: number): Paper[] =>
  Array.from({ length: count }, (_, at) =>
    paper(`arxiv:2611.${String(daysAgo * 100 + at).padStart(5, '0')}`, {
      title: `Number ${at} of ${daysAgo} days ago`,
      upvotes: 90 - at,
    }),
  );

/** The site has answered with a day's list. */
const told = (daysAgo: number, papers: readonly Paper[]) =>
  recordSighting({
    digest: `huggingface:day:${dayBefore(daysAgo)}`,
    day: dayBefore(daysAgo),
    shows: 'poll',
    visitAt: noon,
    papers,
    answer: { checkedAt: noon, still: 3 },
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(): Promise<Reader> {
  const { reader } = await openPopup();
  await reader.press(/^New\b/, undefined, 'tab');
  return reader;
}

describe('the new papers', () => {
  it('claim no more than is known: none yet, filling, and of how many days', async () => {
    await writeOptions({ polls: false });
    const reader = await open();
    await reader.sees('Nothing new on the pages you opened');
    await reader.sees('Offprint does not look for new papers by itself.');
    await told(0, []);
    await writePollState({ since: dayBefore(1), failures: 0, lastAskedAt: noon });
    await reader.sees('Nothing new today. The list is still filling.');
    await told(0, papersOn(0, 4));
    await reader.sees('4 new so far, and the list is still filling');
    for (const [daysAgo, count] of away.entries()) await told(daysAgo, papersOn(daysAgo, count));
    await reader.sees('23 new · 6 days');
    await reader.sees('4 new so far today, and the list is still filling');
    expect(reader.part('#tab-new').textContent).toContain('23');
    expect(reader.part<HTMLAnchorElement>('.news a.main').href).toBe(
      fakeBrowser.runtime.getURL('/deck.html' as never),
    );
  });
});

describe('the morning digest', () => {
  it('is saved from, copied as Markdown, saved as Atom, and stays folded', async () => {
    const files = caughtFiles();
    const papers = papersOn(1, 8);
    await told(1, papers);
    const reader = await open();
    await reader.sees('Most upvoted on', '.morning');
    const lines = [...reader.page.querySelectorAll<HTMLElement>('[data-digest]')];
    const ids = papers.slice(0, 5).map(({ id }) => id);
    expect(lines.map(({ dataset }) => dataset.digest)).toEqual(ids);
    await reader.press('Save “Number 0 of 1 days ago”', '.morning');
    await waitFor(async () => expect((await recordsOf(ids))[0]?.state).toBe('unread'));
    await reader.press('Copy as Markdown');
    await reader.sees('Copied 5 papers');
    expect(await navigator.clipboard.readText()).toContain(
      `- [${papers[1]?.title}](https://arxiv.org/abs/`,
    );
    await reader.press('Download as Atom');
    await waitFor(() => expect(files.names).toEqual([expect.stringMatching(/\.atom$/)]));
    const [feed = ''] = await files.texts();
    expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    expect(feed.match(/<entry>/g)).toHaveLength(5);
    await reader.user.click(reader.part('.morning summary'));
    const stored = () => fakeBrowser.storage.local.get('isMorningFolded');
    await waitFor(async () => expect(await stored()).toEqual({ isMorningFolded: true }));
    const again = await open();
    await again.sees('This morning');
    expect(again.part<HTMLDetailsElement>('.morning').open).toBe(false);
  });
});
