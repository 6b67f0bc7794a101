// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Statistics, type StatisticsProps } from '../../components/statistics/statistics';
import type { MonthTally } from '../../papers/statistics/month';

// jsdom has none, and the drawing library asks as soon as it is loaded.
vi.hoisted(() => {
  Object.assign(globalThis, { matchMedia: () => new EventTarget() });
});

const counts: StatisticsProps['counts'] = {
  new: 4,
  later: 0,
  seen: 9,
  missed: 0,
  unread: 3,
  reading: 0,
  read: 2,
  snoozed: 0,
  dismissed: 1,
  deleted: 1,
};
const months: MonthTally[] = [
  {
    month: '2026-02',
    saved: { '2026-02-25': 4 },
    read: {},
    tags: { rl: 3, 强化学习: 1 },
    organizations: { 'Example Lab': 2 },
    delays: {},
    upvotes: { papers: 4, atSaving: 40, now: 62 },
  },
  {
    month: '2026-03',
    saved: { '2026-03-17': 1 },
    read: { '2026-03-17': 1, '2026-03-24': 1 },
    tags: {},
    organizations: {},
    delays: { 0: 1, 27: 1 },
    upvotes: { papers: 0, atSaving: 0, now: 0 },
  },
];
const tags = [{ key: 'rl', name: 'RL', count: 3 }];
const now = Date.UTC(2026, 2, 25, 12);

beforeEach(() => {
  // No layout here, so nothing is ever wide enough to be drawn.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

function show(props: Partial<StatisticsProps> = {}): void {
  act(() =>
    render(
      <Statistics months={months} counts={counts} tags={tags} now={now} {...props} />,
      document.body,
    ),
  );
}

function figure(title: string): Element {
  const found = [...document.querySelectorAll('figure')].find(
    (each) => each.querySelector('h2')?.textContent === title,
  );
  if (!found) throw new Error(`no figure ${title}`);
  return found;
}

/** Opens the table of a figure and reads it row by row. */
function tableOf(title: string): (string | null)[][] {
  const details = figure(title).querySelector('details');
  act(() => {
    if (!details) return;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  });
  return [...(details?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
}

const finding = (title: string) => figure(title).querySelector('.finding')?.textContent;

describe('the statistics', () => {
  it('say in words how the list stands and what each figure shows', () => {
    show();
    expect(document.querySelector('.totals')?.textContent).toBe(
      'You have 5 saved papers: 3 unread, 2 read.',
    );
    const titles = [...document.querySelectorAll('h2')].map((title) => title.textContent ?? '');
    expect(Object.fromEntries(titles.map((title) => [title, finding(title)]))).toEqual({
      'Saved and read': 'Since 25 Feb you saved 1.2 papers a week and read 0.5.',
      'Waiting to be read':
        '3 papers wait. At the pace of the last 4 weeks the list gets no shorter.',
      'Weeks with a reading':
        'You read something in each of the last 2 weeks. It is your longest run so far.',
      'From saving to reading': 'The 2 papers you read were read within 27 days.',
      Tags: '“RL” is your most used tag, on 3 papers.',
      Organisations: 'Example Lab is the most frequent, with 2 papers.',
      'Upvotes, then and now':
        'The 4 papers whose upvotes are known had 10 upvotes each when you saved them and have 16 now.',
    });
  });

  it('have the numbers of each drawing in a table, with names for its rows and columns', () => {
    show();
    expect(tableOf('Saved and read')).toEqual([
      ['Week from', 'Saved', 'Read'],
      ['23 Feb', '4', '0'],
      ['2 Mar', '0', '0'],
      ['9 Mar', '0', '0'],
      ['16 Mar', '1', '1'],
      ['23 Mar', '0', '1'],
    ]);
    expect(tableOf('Tags')).toEqual([
      ['Month', 'RL', '强化学习'],
      ['Feb 2026', '3', '1'],
      ['Mar 2026', '0', '0'],
    ]);
    expect(tableOf('From saving to reading').at(-3)).toEqual(['8–30', '1']);
    expect(tableOf('Upvotes, then and now')).toEqual([
      ['Month', 'Papers', 'When saved', 'Now'],
      ['Feb 2026', '4', '10', '16'],
    ]);
    const scopes = [...figure('Tags').querySelectorAll('th')].map((cell) => cell.scope);
    expect(scopes).toEqual(['col', 'col', 'col', 'row', 'row']);
    expect(figure('Tags').querySelector('caption')?.textContent).toBe(
      'Papers by tag and by the month they were saved in',
    );
  });

  it('keep the drawings from screen readers', () => {
    show();
    const plots = [...document.querySelectorAll('.plot')];
    expect(plots.length).toBeGreaterThan(5);
    expect(plots.every((plot) => plot.closest('[aria-hidden="true"]'))).toBe(true);
  });

  it('of an empty list say what will be here', () => {
    show({ months: [], counts: { ...counts, unread: 0, read: 0 } });
    expect(document.querySelector('.empty h2')?.textContent).toBe('Nothing to show yet');
    expect(document.querySelector('figure')).toBeNull();
  });

  it('say what is missing instead of drawing nothing', () => {
    const [first] = months;
    const bare = { tags: {}, organizations: {}, upvotes: { papers: 0, atSaving: 0, now: 0 } };
    show({ months: first ? [{ ...first, ...bare }] : [], tags: [] });
    for (const title of ['Weeks with a reading', 'From saving to reading', 'Tags', 'Organisations'])
      expect([title, figure(title).querySelector('.plot, details')]).toEqual([title, null]);
    expect(finding('Tags')).toBe('No saved paper has a tag yet.');
  });
});
