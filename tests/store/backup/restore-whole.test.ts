import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importJson } from '../../../imports/json';
import { tagKey } from '../../../papers/tag-key';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { type Contents, deleteEverything, readContents } from '../../../store/backup/contents';
import { planRestore } from '../../../store/backup/restore/plan';
import { restore } from '../../../store/backup/restore/write';
import { deleteSmartList, saveSmartList } from '../../../store/lists/write';
import { emptyBin } from '../../../store/records/bin';
import { refreshVerdicts } from '../../../store/rules/refresh';
import { deleteRule, saveRule } from '../../../store/rules/rules';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { decide, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { markOpened } from '../../../store/words/opened';
import { recolourTag } from '../../../store/words/tags';
import { exportJson } from '../../support/backup-version-2';
import { queue, snooze } from '../../support/paper-changes';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const late = 9_000_000_000_000;
const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const names = fc.array(fc.constantFrom('RL', 'rl', 'rl/offline', '__proto__', '強化学習', 'a b'), {
  maxLength: 3,
});

const step = fc.record({
  what: fc.constantFrom(
    ...(['unread', 'reading', 'read', 'deleted', 'dismissed', 'undecided'] as const),
    ...(['tags', 'note', 'star', 'queue', 'snooze', 'open', 'sight', 'look', 'empty'] as const),
    ...(['undo', 'list', 'rule', 'hue', 'unlist', 'unrule', 'unhue'] as const),
  ),
  id: fc.nat(4),
  at: fc.integer({ min: 1, max: 5_000_000 }),
  upvotes: fc.option(fc.nat(90), { nil: undefined }),
  version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  day: fc.constantFrom('2026-03-27', '2026-03-30'),
  text: words,
  names,
  isOn: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Lists and rules have the same ids on every device, so that what is said of them meets. */
async function live(steps: readonly Step[], withAliases: boolean): Promise<Contents> {
  await deleteEverything();
  const [{ at: metAt } = { at: 1 }] = steps;
  for (const number of [0, 1, 2]) await sightOn('2026-03-27', metAt, paper(`arxiv:${number}`));
  for (const { what, id: number, at, upvotes, version, day, text, names, isOn } of steps) {
    const id = `arxiv:${number}`;
    const row = `row ${number % 2}`;
    const told = {
      title: text || 'Untitled',
      ...(upvotes === undefined ? {} : { upvotes }),
      ...(version === undefined ? {} : { version }),
      ...(withAliases ? { aliases: [`doi:10.1/${number}`, `url:https://a.org/${number}`] } : {}),
    };
    if (what === 'sight') await sightOn(day, at, paper(id, told));
    else if (what === 'look') await sightOn(day, at, { id, source: 'card', ...told });
    else if (what === 'tags') await setTags(id, names, at);
    else if (what === 'note') await saveNote(id, text, 0, '—', at);
    else if (what === 'star') await star([id], isOn, at);
    else if (what === 'queue') await queue([id], at);
    else if (what === 'snooze') await snooze([id], at + 1000, at);
    else if (what === 'open') await markOpened(id, at, { startsReading: isOn });
    else if (what === 'empty') await emptyBin();
    else if (what === 'undo') await undoLast(at);
    else if (what === 'list')
      await saveSmartList(
        {
          ...{ id: row, name: text, icon: 'list', query: text.repeat(900), order: '' },
          isPinned: isOn,
        },
        at,
      );
    else if (what === 'rule')
      await saveRule({ id: row, effect: 'mute', subject: 'phrase', value: text }, at);
    else if (what === 'hue')
      for (const name of names) await recolourTag(tagKey(name), number * 30, at);
    else if (what === 'unhue')
      for (const name of names) await recolourTag(tagKey(name), undefined, at);
    else if (what === 'unlist') await deleteSmartList(row, at);
    else if (what === 'unrule') await deleteRule(row, at);
    else await decide([id], what, at);
  }
  await refreshVerdicts(late);
  return readContents();
}

const steps = fc.array(step, { maxLength: 30 });
const asFile = (contents: Contents) => exportJson(contents, '1', '2026-04-01T00:00Z');

describe('a backup of whatever the store accepts', () => {
  it('comes back into an empty profile byte for byte, and again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (history, withAliases) => {
        const contents = await live(history, withAliases);
        const file = asFile(contents);
        await deleteEverything();
        const read = importJson(file);
        expect(read.damaged).toEqual([]);
        const { papers } = await planRestore(read.contents);
        expect(papers).toMatchObject({ new: contents.papers.length, changed: 0, deleted: 0 });
        await restore(read.contents, late);
        expect(asFile(await readContents())).toBe(file);
        expect((await restore(read.contents, late + 1)).action).toBeUndefined();
        expect(asFile(await readContents())).toBe(file);
        expect(await findInconsistencies()).toEqual([]);
        const [action] = await listActions();
        if (action) await undoAction(action.id, late + 2);
        expect(Object.values(await readContents()).flat()).toEqual([]);
        expect(await findInconsistencies()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('and another one end the same in either order, and an undo ends where it began', async () => {
    const profile = (contents: Contents) => ({
      ...contents,
      papers: contents.papers.map(
        ({ matches: _matches, mutedBy: _by, sortAt: _sort, ...one }) => one,
      ),
    });
    // The log is in the order in which it came; of a decision that both have, the first one stands, as the
    // spelling of a tag does.
    const unordered = (contents: Contents) => ({
      ...profile(contents),
      tags: contents.tags.map(({ name: _name, ...look }) => look),
      decisions: new Set(contents.decisions.map(({ at, what, ids }) => `${at} ${what} ${ids}`)),
    });
    await fc.assert(
      fc.asyncProperty(steps, steps, async (history, other) => {
        const one = await live(history, false);
        const two = await live(other, false);
        await deleteEverything();
        await restore(one, late);
        const alone = await readContents();
        const { action } = await restore(two, late);
        const both = await readContents();
        if (action !== undefined) await undoAction(action, late + 1);
        expect(profile(await readContents())).toEqual(profile(alone));
        await deleteEverything();
        await restore(two, late);
        await restore(one, late);
        expect(unordered(await readContents())).toEqual(unordered(both));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
