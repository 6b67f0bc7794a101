import { describe, expect, it } from 'vitest';
import { tagsBetween } from '../../../papers/tags';
import { changeMany } from '../../../store/actions/change';
import { sliceSize } from '../../../store/actions/in-slices';
import { listActions } from '../../../store/actions/list';
import { undoLast } from '../../../store/actions/undo';
import { listTags, recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { deleteTag, mergeTags, recolourTag, renameTag } from '../../../store/words/tags';
import { sightMany } from '../../support/library';
import { found } from '../../support/search';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

/** Three saved papers; the last one is deleted later on, with its tags. */
async function tagged(): Promise<void> {
  await sightMany(3);
  await decide(['arxiv:0', 'arxiv:1', 'arxiv:2'], 'unread', 2000);
  await setTags('arxiv:0', ['RL', 'vision'], 2100);
  await setTags('arxiv:1', ['rl/Offline', 'rlhf'], 2200);
  await setTags('arxiv:2', ['rl'], 2300);
  await decide(['arxiv:2'], 'deleted', 2400);
}

async function tagsOf(...ids: readonly string[]): Promise<(readonly string[])[]> {
  return (await recordsOf(ids)).map(({ tags }) => tags);
}

describe('a tag', () => {
  it('is renamed everywhere, in the bin and in the search too, and back', async () => {
    await tagged();
    expect(await renameTag('rl', ' Planning ', 3000)).toMatchObject({ changed: 2 });
    expect(await tagsOf('arxiv:0', 'arxiv:1', 'arxiv:2')).toEqual([
      ['Planning', 'vision'],
      ['rl/Offline', 'rlhf'],
      ['Planning'],
    ]);
    expect(await found('tag:planning')).toEqual(['arxiv:0']);
    expect(await listActions(1)).toMatchObject([
      { kind: 'renamedTag', from: 'RL', detail: 'Planning', done: 2, total: 2 },
    ]);
    await undoLast(3100);
    expect(await tagsOf('arxiv:0', 'arxiv:2')).toEqual([['RL', 'vision'], ['rl']]);
    expect((await listTags()).map(({ name }) => name)).toContain('RL');
  });

  it('takes those below it along when told to, hues included', async () => {
    await tagged();
    await recolourTag('rl/offline', 200, 2450);
    await renameTag('rl', 'Planning', 3000, { withNested: true });
    expect(await tagsOf('arxiv:1')).toEqual([['Planning/Offline', 'rlhf']]);
    expect((await listTags()).find(({ hue }) => hue === 200)?.name).toBe('Planning/Offline');
  });

  it('can change in nothing but case, and back', async () => {
    await tagged();
    await recolourTag('rl', 30, 2450);
    await renameTag('rl', 'rl', 3000);
    expect(await listTags()).toContainEqual({ key: 'rl', name: 'rl', count: 1, hue: 30 });
    await undoLast(3100);
    expect(await listTags()).toContainEqual({ key: 'rl', name: 'RL', count: 1, hue: 30 });
  });

  it('keeps its hue under a new name, through counts, and until it is used again', async () => {
    await tagged();
    await recolourTag('rl', 30, 2450);
    await renameTag('rl', 'Planning', 3000);
    expect(await listTags()).toContainEqual({
      key: 'planning',
      name: 'Planning',
      count: 1,
      hue: 30,
    });
    await setTags('arxiv:0', [], 3100);
    expect((await listTags()).map(({ key }) => key)).not.toContain('planning');
    await setTags('arxiv:1', ['planning'], 3200);
    expect((await listTags()).find(({ key }) => key === 'planning')?.hue).toBe(30);
    await recolourTag('planning', undefined, 2450);
    expect((await listTags()).find(({ key }) => key === 'planning')).not.toHaveProperty('hue');
  });

  it('renamed to one that is in use becomes one with it, and is two again after an undo', async () => {
    await tagged();
    await recolourTag('vision', 100, 2450);
    await recolourTag('rl', 30, 2450);
    await renameTag('rl', 'VISION', 3000);
    expect(await tagsOf('arxiv:0')).toEqual([['VISION']]);
    expect(await listTags()).toContainEqual({ key: 'vision', name: 'VISION', count: 1, hue: 100 });
    await undoLast(3100);
    expect(await listTags()).toContainEqual({ key: 'vision', name: 'vision', count: 1, hue: 100 });
    expect(await listTags()).toContainEqual({ key: 'rl', name: 'RL', count: 1, hue: 30 });
  });

  it('is merged with others, or deleted with those below it', async () => {
    await tagged();
    await mergeTags(['rl', 'rlhf'], 'Learning', 3000);
    expect(await tagsOf('arxiv:0', 'arxiv:1')).toEqual([
      ['Learning', 'vision'],
      ['rl/Offline', 'Learning'],
    ]);
    await undoLast(3100);
    await deleteTag('rl', 3200, { withNested: true });
    expect(await tagsOf('arxiv:0', 'arxiv:1', 'arxiv:2')).toEqual([['vision'], ['rlhf'], []]);
    expect(await listActions(1)).toMatchObject([{ kind: 'deletedTag', detail: 'RL', done: 3 }]);
    await undoLast(3300);
    expect(await tagsOf('arxiv:0', 'arxiv:1', 'arxiv:2')).toEqual([
      ['RL', 'vision'],
      ['rl/Offline', 'rlhf'],
      ['rl'],
    ]);
  });

  it('renamed to nothing, or unknown, changes nothing', async () => {
    await tagged();
    const before = await listTags();
    expect(await renameTag('rl', '  ', 3000)).toEqual({ changed: 0, isWhole: true });
    expect(await renameTag('unknown', 'x', 3000)).toEqual({ changed: 0, isWhole: true });
    expect(await listTags()).toEqual(before);
  });

  it('of many papers is renamed as one action', async () => {
    const ids = await sightMany(sliceSize + 3);
    await decide(ids, 'unread', 2000);
    for (const id of ids.slice(0, 2)) await setTags(id, ['rl'], 2100);
    await mergeTags(['rl'], 'x', 2200);
    await Promise.all(ids.map((id) => setTags(id, ['RL'], 2300)));
    await renameTag('rl', 'Planning', 3000);
    expect(await listTags()).toEqual([{ key: 'planning', name: 'Planning', count: ids.length }]);
    await undoLast(3100);
    expect(await listTags()).toEqual([{ key: 'rl', name: 'RL', count: ids.length }]);
  });

  it('is renamed on papers outside of the list, however many share their place', async () => {
    const ids = await sightMany(1100);
    const [undecided = '', binned = ''] = ids;
    const dismissed = ids.toSorted().slice(-2);
    for (const id of [undecided, binned, ...dismissed]) {
      await decide([id], 'unread', 2000);
      await setTags(id, ['rl/Offline'], 2100);
    }
    await decide(ids.slice(2), 'dismissed', 2200);
    await decide([undecided], 'dismissed', 2200);
    await decide([undecided], 'undecided', 2300);
    await decide([binned], 'deleted', 2300);
    const outcome = await renameTag('rl', 'Planning', 3000, { withNested: true });
    expect(outcome).toMatchObject({ changed: 4, isWhole: true });
    expect(await tagsOf(undecided, binned, ...dismissed)).toEqual(
      Array(4).fill(['Planning/Offline']),
    );
  });

  it('is not taken for one whose name goes on', async () => {
    await tagged();
    expect(await renameTag('rlh', 'x', 3000)).toMatchObject({ changed: 0 });
    expect(await renameTag('rl', 'x', 3000, { withNested: true })).toMatchObject({ changed: 3 });
    expect(await tagsOf('arxiv:1')).toEqual([['x/Offline', 'rlhf']]);
  });
});

describe('two windows with one paper', () => {
  it('each put a tag on it, and both stay', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await decide(['arxiv:1'], 'unread', 1100);
    await setTags('arxiv:1', ['a'], 1200);
    const shown = ['a'];
    for (const [at, tag] of ['x', 'y'].entries()) {
      const change = tagsBetween(shown, [...shown, tag]);
      await changeMany(['arxiv:1'], { kind: 'tag', ...change }, 1300 + at);
    }
    expect((await recordsOf(['arxiv:1']))[0]?.tags).toEqual(['a', 'x', 'y']);
    const without = tagsBetween(['a', 'x'], ['x']);
    await changeMany(['arxiv:1'], { kind: 'tag', ...without }, 1400);
    expect((await recordsOf(['arxiv:1']))[0]?.tags).toEqual(['x', 'y']);
  });
});
