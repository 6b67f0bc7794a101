// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { text } from '../../lib/text';
import type { LibraryService } from '../../pages/library/service';
import { saveSmartList } from '../../store/lists/write';
import { recordsOf } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { choose, focused, press, shown } from '../support/focus';
import { useLibraryPage } from '../support/library-page';
import { openLibrary } from '../support/pages';
import { queue } from '../support/paper-changes';
import { paper, sightOn } from '../support/store';

useLibraryPage();

const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3', 'arxiv:4'];

beforeEach(async () => {
  await sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id, { abstract: `Needle ${id}` })));
  await decide(ids, 'unread', 1100);
});

async function open(address: string): Promise<LibraryService> {
  const { service } = await openLibrary(address);
  // A selection belongs to the list that was asked for, and goes with the one before.
  await service.searching;
  return service;
}

const fieldsOf = async <Field extends 'tags' | 'starred' | 'state' | 'queueAt'>(field: Field) =>
  (await recordsOf(ids)).map((record) => record[field]);

async function select(...chosen: readonly string[]): Promise<void> {
  for (const id of chosen) {
    const box = await shown(`[data-paper="${id}"] .picker input`);
    await act(async () => box.click());
  }
}

describe('keys with papers selected act on those, not on the one under the cursor', () => {
  it('t: opens the form for the tags of all of them', async () => {
    await open('?paper=arxiv:1');
    await select('arxiv:2', 'arxiv:3');
    (await shown('[data-paper="arxiv:1"] a')).focus();
    await press('t');
    const field = focused() as HTMLInputElement;
    expect(field.closest('.bulk-tags')).not.toBeNull();
    await act(async () => {
      field.value = '#rl、sft';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await press('Enter');
    await choose(await shown('.bulk-tags button.main', text('bulkTagAdd')));
    await vi.waitFor(async () =>
      expect(await fieldsOf('tags')).toEqual([[], ['rl', 'sft'], ['rl', 'sft'], []]),
    );
    expect((focused() as HTMLElement).closest('[data-paper="arxiv:1"]')).not.toBeNull();
  });

  it.each([
    ['*', 'starred', [undefined, true, true, undefined]],
    ['r', 'state', ['unread', 'reading', 'reading', 'unread']],
    ['x', 'state', ['unread', 'dismissed', 'dismissed', 'unread']],
    ['#', 'state', ['unread', 'deleted', 'deleted', 'unread']],
  ] as const)('%s', async (key, field, expected) => {
    await open('?paper=arxiv:1');
    await select('arxiv:2', 'arxiv:3');
    await press(key);
    await vi.waitFor(async () => expect(await fieldsOf(field)).toEqual(expected));
  });

  it('z: asks once until when all of them are put off', async () => {
    await open('?paper=arxiv:1');
    await select('arxiv:2', 'arxiv:3');
    await press('z');
    await choose(await shown('.bulk .snooze button', text('snoozeWeek')));
    await vi.waitFor(async () =>
      expect(await fieldsOf('state')).toEqual(['unread', 'snoozed', 'snoozed', 'unread']),
    );
    await vi.waitFor(() => expect(document.querySelector('.bulk')).toBeNull());
    await press('u');
    await vi.waitFor(async () =>
      expect(await fieldsOf('state')).toEqual(['unread', 'unread', 'unread', 'unread']),
    );
  });

  it('z: puts undecided ones off without a question', async () => {
    await sightOn('2026-03-28', 2000, paper('arxiv:5'), paper('arxiv:6'));
    const service = await open('?q=is:new&paper=arxiv:5');
    await select('arxiv:5', 'arxiv:6');
    await press('z');
    const states = async () => (await recordsOf(['arxiv:5', 'arxiv:6'])).map(({ state }) => state);
    await vi.waitFor(async () => expect(await states()).toEqual(['later', 'later']));
    expect(service.state.notice.value?.action).toBeDefined();
  });

  it('s: saves those that are not saved, and leaves the others where they are', async () => {
    await decide(['arxiv:2'], 'dismissed', 1200);
    await decide(['arxiv:3'], 'reading', 1200);
    await open('?paper=arxiv:3');
    await press('s');
    await select('arxiv:1', 'arxiv:3');
    await press('s');
    expect(await fieldsOf('state')).toEqual(['unread', 'dismissed', 'reading', 'unread']);
  });

  it('Alt and arrows: move them together', async () => {
    await queue(ids, 1200);
    const service = await open('?q=is:queued&sort=queue&paper=arxiv:4');
    await select('arxiv:1', 'arxiv:2');
    const order = () => service.state.listing.value?.ids;
    for (const [key, expected] of [
      ['ArrowDown', ['arxiv:3', 'arxiv:1', 'arxiv:2', 'arxiv:4']],
      ['ArrowDown', ['arxiv:3', 'arxiv:4', 'arxiv:1', 'arxiv:2']],
      ['ArrowDown', ['arxiv:3', 'arxiv:4', 'arxiv:1', 'arxiv:2']],
      ['ArrowUp', ['arxiv:3', 'arxiv:1', 'arxiv:2', 'arxiv:4']],
    ] as const) {
      await press(key, { altKey: true });
      await vi.waitFor(() => expect(order()).toEqual(expected), { timeout: 5000 });
    }
  });

  it('n: is for one paper, and says so of several', async () => {
    const service = await open('?paper=arxiv:1');
    await select('arxiv:2', 'arxiv:3');
    await press('n');
    expect(service.state.notice.value?.said).toBe(text('noteOfOne'));
    await select('arxiv:3');
    await press('n');
    await vi.waitFor(() =>
      expect(focused()?.closest('.pane')?.getAttribute('data-open')).toBe('arxiv:2'),
    );
    expect(focused()?.matches('textarea')).toBe(true);
  });
});

it('the number beside a list’s name is that of the list', async () => {
  const list = { id: 'list', name: 'Needles', icon: 'list', order: 'best', isPinned: false };
  await saveSmartList({ ...list, query: 'needle' }, 1500);
  const service = await open('?q=needle');
  const agree = (total: number) =>
    vi.waitFor(() => {
      expect(service.state.listing.value?.total).toBe(total);
      expect(service.state.listCounts.value.get('list')).toBe(total);
    });
  await agree(4);
  await decide(['arxiv:4'], 'dismissed', 2000);
  await agree(3);
});
