import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { listActions } from '../../../store/actions/list';
import { recordsOf } from '../../../store/records/queries';
import { MemoryRemote } from '../../../sync/remotes/memory';
import { Device } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { allMarked, allSaid, changesBetween, setUp, sync } from '../../support/synced-devices';
import { backup, begun, ids, minute, steps } from '../../support/writing-steps';

useFreshStore();

it('is marked, whoever writes it, and comes to the other device, which says nothing itself', {
  timeout: 120_000,
}, async () => {
  const contents = await backup();
  const remote = new MemoryRemote();
  const [here, there] = [new Device('here'), new Device('there')];
  await here.on(() => sightOn('2026-03-27', begun, ...ids.map((id) => paper(id))));
  for (const device of [here, there]) await setUp(device, remote);
  for (const device of [here, there, here]) await sync(device, remote);
  let now = begun;
  for (const [at, [name, run, isSilent]] of steps.entries()) {
    now += minute;
    const what = `${at} ${name}`;
    await here.on(async () => {
      const before = await allSaid();
      await run(now, contents);
      const after = await allSaid();
      // A hue goes with the last paper of its tag, on each device by itself.
      const goesAlong = (name: string) => name.startsWith('look ') && !after.has(name);
      const changes = changesBetween(before, after).filter((change) => !goesAlong(change));
      const marks = await allMarked();
      if (isSilent) expect(marks, what).toEqual([]);
      else {
        expect(changes.length, what).toBeGreaterThan(0);
        expect(
          changes.filter((change) => !marks.includes(change)),
          what,
        ).toEqual([]);
      }
    });
    if (isSilent) continue;
    await sync(here, remote);
    const { length: actions } = await there.on(() => listActions());
    await sync(there, remote);
    await there.on(async (local) => {
      expect(await local.dirty(500), what).toEqual([]);
      expect(await listActions(), what).toHaveLength(actions);
    });
    const [mine, theirs] = [await here.on(allSaid), await there.on(allSaid)];
    expect(changesBetween(mine, theirs), what).toEqual([]);
    for (const [key, said] of mine) expect([key, theirs.get(key)]).toEqual([key, said]);
  }
  const seen = await there.on(() => recordsOf(ids));
  expect(seen.length).toBeGreaterThan(4);
});

/** Where words are written from; a new place belongs in the steps. */
const writers = [
  ...['actions/in-slices', 'actions/recording', 'actions/undo', 'records/bin'],
  ...[
    'filling/queue',
    'records/impressions',
    'records/sightings',
    'rules/refresh',
    'duplicates/answer',
  ],
  ...['sync/local', 'upkeep/growth'],
  ...[
    'words/decide',
    'words/device',
    'words/notes',
    'words/opened',
    'words/queue',
    'words/rows',
    'words/snooze',
    'words/tags',
  ],
];

it('is written from nowhere else', () => {
  const root = resolve(import.meta.dirname, '../../../store');
  const found = globSync('**/*.ts', { cwd: root }).filter(
    (file) =>
      /\/writer'|isSynced \?/.test(readFileSync(join(root, file), 'utf8')) &&
      /\bwrite(<\w+>)?\(|isSynced \?/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(found.map((file) => file.replace(/\.ts$/, '')).sort()).toEqual([...writers].sort());
});
