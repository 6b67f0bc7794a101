// @vitest-environment jsdom
import { createRef, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PaperRow } from '../../components/paper/paper-row';
import { type Narrowing, SearchAndFilters } from '../../components/search/search-and-filters';
import { Hues, huesOf } from '../../components/tags/hues';
import { tagHue } from '../../papers/tags';
import type { SmartList } from '../../store/database/schema';
import { listTags, recordsOf } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { wakeSnoozed } from '../../store/words/snooze';
import { recolourTag } from '../../store/words/tags';
import { snooze } from '../support/paper-changes';
import { paper, sightOn, useFreshStore } from '../support/store';
import { setTags } from '../support/tags';

useFreshStore();

let root: HTMLElement;
const now = new Date(2026, 2, 27, 12).getTime();

beforeEach(async () => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  Element.prototype.scrollIntoView = () => {};
  await sightOn('2026-03-27', 1000, paper('arxiv:1'));
  await decide(['arxiv:1'], 'unread', 1100);
});
afterEach(() => {
  vi.unstubAllEnvs();
  act(() => render(null, root));
});

const words = () => root.textContent?.replace(/\s+/g, ' ') ?? '';

async function drawRow(): Promise<void> {
  const [record] = await recordsOf(['arxiv:1']);
  const hues = huesOf(await listTags());
  if (!record) throw new Error('the paper is not there');
  act(() =>
    render(
      <Hues.Provider value={hues}>
        <PaperRow paper={record} now={now} isOpen={false} onToggle={() => {}} />
      </Hues.Provider>,
      root,
    ),
  );
}

describe('a row', () => {
  it('of a snoozed paper has a shape of its own and the day it comes back, by the reader’s calendar', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    await snooze(['arxiv:1'], new Date(2026, 3, 3, 0, 30).getTime(), now);
    await drawRow();
    expect(root.querySelector('.mark .icon-moon')).not.toBeNull();
    expect(root.querySelector('.mark')?.textContent).toBe('Snoozed');
    expect(words()).toContain('Back on 3 Apr');
    await snooze(['arxiv:1'], new Date(2026, 3, 3, 23, 30).getTime(), now);
    await drawRow();
    expect(words()).toContain('Back on 3 Apr');
  });

  it('of one that woke says so until it is decided on', async () => {
    await snooze(['arxiv:1'], now + 1, now);
    await wakeSnoozed(now + 2);
    await drawRow();
    expect(words()).toContain('Back from snooze');
    await decide(['arxiv:1'], 'reading', now + 3);
    await drawRow();
    expect(words()).not.toContain('snooze');
  });

  it('draws a tag in the hue of its name, or in the reader’s own in whatever spelling', async () => {
    await setTags('arxiv:1', ['Agents', 'safety'], 1200);
    await recolourTag('agents', 321, 2450);
    await drawRow();
    const hueOf = (name: string) =>
      root.querySelector<HTMLElement>(`[data-tag="${name}"] .tag`)?.style.getPropertyValue('--hue');
    expect(hueOf('Agents')).toBe('321');
    expect(hueOf('safety')).toBe(String(tagHue('safety')));
  });
});

describe('the filters', () => {
  const list: SmartList = {
    id: 'one',
    name: 'Loved',
    icon: 'list',
    query: 'upvotes:>9',
    order: 'best',
    isPinned: true,
    at: 1,
  };
  let chosen: Narrowing | undefined;

  function draw(filter: Narrowing, count?: number): void {
    act(() =>
      render(
        <SearchAndFilters
          input={createRef()}
          query=""
          filter={filter}
          counts={{ unread: 1, reading: 0, read: 0 }}
          tags={[{ key: 'agents', name: 'Agents', count: 2, hue: 321 }]}
          lists={[list]}
          listCounts={new Map(count === undefined ? [] : [['one', count]])}
          completion={undefined}
          onSearch={() => {}}
          onFilter={(next) => {
            chosen = next;
          }}
        />,
        root,
      ),
    );
  }

  const chip = (name: string) =>
    [...root.querySelectorAll<HTMLButtonElement>('.chip')].find((one) =>
      one.textContent?.includes(name),
    );

  it('have a chip for a pinned list, with its count once that is known', () => {
    draw({});
    expect(chip('Loved')?.textContent?.trim()).toBe('Loved');
    draw({}, 12);
    expect(chip('Loved')?.textContent).toBe('Loved 12, 12 papers');
  });

  it('choose a list beside what else is chosen, and leave it', () => {
    draw({ tag: 'agents' });
    act(() => chip('Loved')?.click());
    expect(chosen).toEqual({ tag: 'agents', list: 'one' });
    draw({ tag: 'agents', list: 'one' });
    expect(chip('Loved')?.getAttribute('aria-pressed')).toBe('true');
    act(() => chip('Loved')?.click());
    expect(chosen).toEqual({ tag: 'agents' });
  });

  it('draw a tag in the reader’s own hue', () => {
    draw({});
    expect(chip('Agents')?.style.getPropertyValue('--hue')).toBe('321');
  });
});
