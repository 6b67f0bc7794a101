import { describe, expect, it } from 'vitest';
import { importJson } from '../../../imports/json';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { type Contents, deleteEverything, readContents } from '../../../store/backup/contents';
import { restore } from '../../../store/backup/restore/write';
import { connection } from '../../../store/database/connection';
import { listSmartLists, smartList } from '../../../store/lists/read';
import { deleteSmartList, saveSmartList } from '../../../store/lists/write';
import { emptyBin } from '../../../store/records/bin';
import { countNew, listTags } from '../../../store/records/queries';
import { listRules } from '../../../store/rules/read';
import { refreshVerdicts } from '../../../store/rules/refresh';
import { deleteRule, restoreRule, saveRule } from '../../../store/rules/rules';
import { decide } from '../../../store/words/decide';
import { recolourTag, renameTag } from '../../../store/words/tags';
import { exportJson } from '../../support/backup-version-2';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const list = { id: 'l', name: 'Mine', icon: 'star', query: 'x', order: '', isPinned: true };
const rule = { id: 'r', effect: 'mute', subject: 'phrase', value: 'Paper' } as const;
const late = 50_000;

/** A tagged paper with a hue, a list and a rule. */
async function fill(now: number): Promise<Contents> {
  await sightOn('2026-03-27', 1000, paper('arxiv:1'));
  await decide(['arxiv:1'], 'unread', 1100);
  await setTags('arxiv:1', ['rl'], 1200);
  await sayAll('first', 30, now);
  return readContents();
}

async function sayAll(word: string, hue: number | undefined, now: number): Promise<void> {
  await saveSmartList({ ...list, name: word }, now);
  await saveRule({ ...rule, value: word }, now);
  await recolourTag('rl', hue, now);
}

async function deleteAll(now: number): Promise<void> {
  await deleteSmartList('l', now);
  await deleteRule('r', now);
  await recolourTag('rl', undefined, now);
}

/** What readers see of the list, the rule and the hue. */
async function shown(): Promise<unknown[]> {
  const [lists, rules, tags] = [await listSmartLists(), await listRules(), await listTags()];
  return [...lists.map(({ name }) => name), ...rules.map(({ value }) => value), tags[0]?.hue];
}

const first = ['first', 'first', 30];
const second = ['second', 'second', 60];
const gone = [undefined];
const hueOf = async (key: string) => (await (await connection()).get('tags', key))?.hue;

describe('rules, lists and hues that a backup has too', () => {
  it('stay deleted when they were deleted later, also by a clock that goes wrong', async () => {
    const before = await fill(2000);
    await deleteAll(1);
    await restore(before, late);
    expect(await shown()).toEqual(gone);
    expect(await smartList('l')).toBeUndefined();
  });

  it('stay as they were said later, and become what the file says later', async () => {
    const before = await fill(2000);
    await sayAll('second', 60, 1);
    const after = await readContents();
    await restore(before, late);
    expect(await shown()).toEqual(second);
    await deleteEverything();
    await restore(before, late);
    expect(await shown()).toEqual(first);
    await restore(after, late);
    expect(await shown()).toEqual(second);
    await restore(before, late);
    expect(await readContents()).toEqual(after);
  });

  it('are deleted here when the file says so later, and are said again after that', async () => {
    const before = await fill(2000);
    await deleteAll(3000);
    const without = await readContents();
    await deleteEverything();
    await restore(before, late);
    await restore(without, late);
    expect(await shown()).toEqual(gone);
    expect((await readContents()).rules).toMatchObject([{ id: 'r', isGone: true }]);
    await sayAll('second', 60, 10);
    await restore(without, late);
    expect(await shown()).toEqual(second);
  });

  it('are again what they were when the restore is undone, unless something was said since', async () => {
    const before = await fill(2000);
    await sayAll('second', 60, 3000);
    const after = await readContents();
    await deleteEverything();
    await restore(before, late);
    const { action = 0 } = await restore(after, late);
    await undoAction(action, late);
    expect(await readContents()).toEqual(before);
    const again = await restore(after, late);
    await deleteAll(1);
    await undoAction(again.action ?? 0, late);
    expect(await shown()).toEqual(gone);
  });

  it('are taken from a file without stamps, and are older there than what was said here', async () => {
    const contents = await fill(2000);
    const file = exportJson(contents, '1', '2026-04-01T00:00Z').replace(
      /("(?:tag|rule|list)s":\[\n.*?),"stamp":\{[^{}]*\}/g,
      '$1',
    );
    const { contents: old, damaged } = importJson(file);
    expect(damaged).toEqual([]);
    expect([...old.lists, ...old.tags, ...old.rules].map(({ stamp }) => stamp)).toEqual(
      [0, 0, 2000].map((at) => ({ at, device: '' })),
    );
    await sayAll('second', 60, 1500);
    await restore(old, late);
    expect(await shown()).toEqual(second);
    await deleteEverything();
    await restore(old, late);
    expect(await shown()).toEqual(first);
  });

  it('of which one says neither a hue nor that it was taken away cost that entry', async () => {
    const file = exportJson(await fill(2000), '1', '2026-04-01T00:00Z');
    const { damaged } = importJson(file.replace(/"hue":30,(.*?),"stamp":\{[^{}]*\}/, '$1'));
    expect(damaged).toMatchObject([{ place: 'tags 1 stamp', name: 'rl' }]);
  });
});

describe('a deleted rule', () => {
  it('mutes nothing, is back as it was, and is no obstacle to one like it', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await saveRule(rule, 1100);
    await refreshVerdicts(1200);
    const [made] = await listRules();
    await deleteRule('r', 1300);
    await deleteRule('r', 1400);
    await deleteRule('unknown', 1400);
    await refreshVerdicts(1400);
    expect(await countNew()).toMatchObject({ new: 1, muted: 0 });
    expect(await (await connection()).getAll('rules')).toEqual([
      { id: 'r', isGone: true, stamp: { at: 1300, device: expect.any(String) } },
    ]);
    expect(await saveRule({ ...rule, id: 'other' }, 1500)).toBeUndefined();
    if (made) await restoreRule(made, 1600);
    expect(await listRules()).toEqual([made, { ...rule, id: 'other', createdAt: 1500 }]);
  });

  it('that was made anew since is not put back over that', async () => {
    await saveRule(rule, 1100);
    const [made] = await listRules();
    await deleteRule('r', 1300);
    await saveRule({ ...rule, value: 'since' }, 1400);
    if (made) await restoreRule(made, 1500);
    expect(await listRules()).toMatchObject([{ value: 'since' }]);
  });
});

describe('the hue of a tag', () => {
  it('taken away is remembered when nobody uses the tag, and goes with everything', async () => {
    await fill(2000);
    await recolourTag('rl', undefined, 2100);
    await setTags('arxiv:1', [], 2200);
    const stamp = { at: 2100, device: expect.any(String) };
    expect((await readContents()).tags).toEqual([{ key: 'rl', name: 'rl', stamp }]);
    expect(await listTags()).toEqual([]);
    await deleteEverything();
    const left = await readContents();
    expect([...left.tags, ...left.rules, ...left.lists]).toEqual([]);
  });

  it('is taken back by undoing the rename that gave it, unless it was said since', async () => {
    await fill(2000);
    await renameTag('rl', 'planning', 2100);
    expect(await hueOf('planning')).toBe(30);
    await undoLast(2200);
    expect(await hueOf('planning')).toBeUndefined();
    expect((await readContents()).tags.map(({ key }) => key)).toEqual(['planning', 'rl']);
    await renameTag('rl', 'planning', 2300);
    expect(await hueOf('planning')).toBe(30);
    await recolourTag('planning', 90, 2400);
    await undoLast(2500);
    expect(await hueOf('planning')).toBe(90);
  });

  it('given to a tag twice, by renames of which the later is undone first, goes with the first', async () => {
    await fill(2000);
    await setTags('arxiv:1', ['rl', 'b'], 2050);
    await recolourTag('b', 60, 2060);
    await renameTag('rl', 'planning', 2100);
    await renameTag('b', 'planning', 2200);
    expect(await hueOf('planning')).toBe(30);
    await undoLast(2300);
    expect(await hueOf('planning')).toBe(30);
    await undoLast(2400);
    expect(await hueOf('planning')).toBeUndefined();
    expect((await listTags()).map(({ key, hue }) => [key, hue])).toEqual([
      ['b', 60],
      ['rl', 30],
    ]);
  });

  it('leaves no name behind when the bin is emptied, also of a tag that the paper once had', async () => {
    await fill(2000);
    await renameTag('rl', 'planning', 2100);
    await undoLast(2200);
    await recolourTag('rl', undefined, 2300);
    await setTags('arxiv:1', ['other'], 2400);
    await decide(['arxiv:1'], 'deleted', 2500);
    await emptyBin();
    expect(await (await connection()).getAll('tags')).toEqual([]);
    expect(await listActions()).toEqual([]);
  });
});
