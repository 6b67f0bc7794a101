// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { guardFor } from '../../pages/shared/guard';
import { type Changed, LiveQueries } from '../../pages/shared/live-query';

/** A reading that goes on until it is let go. */
function held() {
  const waiting: (() => void)[] = [];
  return {
    wait: () => new Promise<void>((resolve) => waiting.push(resolve)),
    letGo: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

function open(isHeld = () => false) {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const shown = {
    failure: signal<{ code: string; detail: string; during: 'read' | 'write' } | undefined>(
      undefined,
    ),
    isBusy: signal(false),
  };
  const { guard } = guardFor('test', shown, (cause) => ({ code: 'failed', detail: String(cause) }));
  const live = new LiveQueries(guard, isHeld);
  /** Adds a query that notes what it was read for. */
  const query = (reads: Parameters<typeof live.add>[0]['reads'], work = async () => {}) => {
    const read: Changed[] = [];
    const now = live.add({
      reads,
      read: async (changed) => {
        read.push(changed);
        await work();
      },
    });
    return { read, now };
  };
  return { live, query, ...shown };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('a change', () => {
  it('is read by the queries of its stores and by no others', async () => {
    const { live, query } = open();
    const [notes, tags] = [query(['notes', 'details']), query(['tags'])];
    live.note({ stores: ['papers', 'notes'], ids: ['a'] });
    await live.settle();
    expect(notes.read).toEqual([new Set(['a'])]);
    expect(tags.read).toEqual([]);
  });

  it('is read by all when it does not say what was written', async () => {
    const { live, query } = open();
    const all = [query(['notes']), query(['tags'])];
    live.note({});
    await live.settle();
    expect(all.map(({ read }) => read)).toEqual([['all'], ['all']]);
  });

  it('is read once a frame, with all others of that frame', async () => {
    const { live, query } = open();
    const papers = query(['papers']);
    for (const id of ['a', 'b', 'c']) live.note({ stores: ['papers'], ids: [id] });
    expect(papers.read).toEqual([]);
    await frame();
    await live.settle();
    expect(papers.read).toEqual([new Set(['a', 'b', 'c'])]);
  });

  it('of papers that a query is not concerned with is not read at all', async () => {
    const { live } = open();
    const read = vi.fn(async () => {});
    live.add({ reads: ['notes'], concerns: (ids) => ids.has('open'), read });
    live.note({ stores: ['notes'], ids: ['other'] });
    await live.settle();
    expect(read).not.toHaveBeenCalled();
    live.note({ stores: ['notes'], ids: ['open'] });
    live.note({ stores: ['notes'] });
    await live.settle();
    expect(read.mock.calls).toEqual([['all']]);
  });

  it('of thousands of papers, bit by bit, is one of all', async () => {
    const { live, query } = open(() => true);
    const papers = query(['papers']);
    for (let at = 0; at < 5; at += 1)
      live.note({ ids: Array.from({ length: 500 }, (_, one) => `${at}-${one}`) });
    await live.settle();
    expect(papers.read).toEqual(['all']);
  });

  it('waits for the end of what the page does itself', async () => {
    let isHeld = true;
    const { live, query } = open(() => isHeld);
    const papers = query(['papers']);
    live.note({ ids: ['a'] });
    await frame();
    await frame();
    expect(papers.read).toEqual([]);
    isHeld = false;
    await live.settle();
    expect(papers.read).toEqual([new Set(['a'])]);
  });
});

describe('readings of a query', () => {
  it('follow one another, so that the last one shown is the last one read', async () => {
    const { live } = open();
    const { wait, letGo } = held();
    const into = signal(0);
    let read = 0;
    live.add({
      reads: ['counters'],
      read: async () => {
        read += 1;
        const value = read;
        if (value === 1) await wait();
        return value;
      },
      into,
    });
    live.note({});
    const first = live.settle();
    await vi.waitFor(() => expect(read).toBe(1));
    live.note({});
    const second = live.settle();
    letGo();
    await Promise.all([first, second]);
    expect([read, into.value]).toEqual([2, 2]);
  });

  it('are waited for by whoever settles, even when they were begun before', async () => {
    const { live, query } = open();
    const { wait, letGo } = held();
    const slow = query(['papers'], wait);
    live.note({});
    void live.settle();
    let isSettled = false;
    const settling = live.settle().then(() => {
      isSettled = true;
    });
    await vi.waitFor(() => expect(slow.read).toHaveLength(1));
    await frame();
    expect(isSettled).toBe(false);
    letGo();
    await settling;
  });

  it('that fail are told, and done again with the next change, whatever that is of', async () => {
    const { live, query, failure } = open();
    let isBroken = true;
    const tags = query(['tags'], async () => {
      if (isBroken) throw new Error('no');
    });
    query(['counters']);
    live.note({ stores: ['tags'], ids: ['a'] });
    await live.settle();
    expect(failure.value).toMatchObject({ during: 'read' });
    live.note({ stores: ['counters'], ids: ['b'] });
    await live.settle();
    expect(failure.value).toBeDefined();
    isBroken = false;
    live.note({ stores: ['counters'], ids: ['c'] });
    await live.settle();
    expect(failure.value).toBeUndefined();
    expect(tags.read).toEqual(Array.from({ length: 3 }, () => new Set(['a'])));
  });
});
