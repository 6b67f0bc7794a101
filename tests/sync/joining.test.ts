import { describe, expect, it } from 'vitest';
import { noteText } from '../../papers/words/note';
import { removedDevice, withoutVault } from '../../sync/leave';
import { rehearsed } from '../../sync/round/round';
import { Device } from '../support/sync/device';
import { doneOf, ids, withPapers } from '../support/sync/sixty';
import { sayingsOf, someDevices, someVault } from '../support/sync/world';

describe('a copy of a profile', () => {
  it('becomes a device of its own, and neither loses a word of the other', async () => {
    const { world, one, other } = await withPapers();
    const copy = new Device('copy', world, 99);
    copy.local = one.local.copy(() => copy.now());
    one.note('arxiv:1', 'Mine.');
    world.now += 1;
    copy.note('arxiv:1', 'The copy’s.');
    copy.star('arxiv:2', true);
    await one.round();
    expect(doneOf(await copy.round()).self).toBe('reborn');
    for (const device of [one, other, copy]) await device.round();
    expect(one.local.state.own?.device).not.toBe(copy.local.state.own?.device);
    expect(sayingsOf(one)).toEqual(sayingsOf(copy));
    expect(sayingsOf(one)).toEqual(sayingsOf(other));
    expect(noteText(other.said('arxiv:1').words.note, '—')).toMatch(/Mine\..*The copy’s\./s);
  });

  it('is noticed before either has written', async () => {
    const { world, devices } = await someDevices(1);
    const [one] = devices as [Device];
    const copy = new Device('copy', world, 99);
    copy.local = one.local.copy(() => copy.now());
    await one.round();
    expect(doneOf(await copy.round()).self).toBe('reborn');
  });

  it('that was put back to an older state keeps what the storage has of its later one', async () => {
    const { world, one, other } = await withPapers();
    const restored = new Device('restored', world, 99);
    restored.local = one.local.copy(() => restored.now());
    one.note('arxiv:1', 'Later.');
    await one.round();
    await other.round();
    restored.note('arxiv:1', 'After.');
    await restored.round();
    for (const device of [other, restored, other]) await device.round();
    expect(sayingsOf(restored)).toEqual(sayingsOf(other));
    expect(noteText(other.said('arxiv:1').words.note, '—')).toMatch(/Later\./);
    expect(noteText(other.said('arxiv:1').words.note, '—')).toMatch(/After\./);
  });
});

describe('joining', () => {
  it('says first what would happen, and merges the two lists', async () => {
    const { world, devices } = await someDevices(2);
    const [one, other] = devices as [Device, Device];
    for (const id of ids) one.stand(id, 'unread');
    one.note('arxiv:1', 'Mine.');
    await one.round();
    for (const id of [...ids.slice(0, 9), 'doi:1', 'doi:2']) other.stand(id, 'read');
    other.note('arxiv:1', 'Yours.');
    const before = structuredClone([...world.remote.files.keys()]);
    const asked = doneOf(await rehearsed(other.tools()));
    expect(asked).toMatchObject({
      ...{ there: 60, here: 11, both: 9, came: 51, statesApart: 9 },
      ...{ notesApart: [{ id: 'arxiv:1', title: 'Title of arxiv:1' }] },
      losses: { papers: [], notes: [], tags: [] },
    });
    expect(asked.files).toBeGreaterThan(0);
    expect([...world.remote.files.keys()]).toEqual(before);
    expect(other.local.state.own?.count).toBe(0);
    expect(other.local.state.papers.size).toBe(11);
    const done = doneOf(await other.round());
    expect(done).toMatchObject({ there: 60, here: 11, both: 9, notesApart: asked.notesApart });
    expect([done.files, done.bytes]).toEqual([asked.files, asked.bytes]);
    await one.round();
    expect(sayingsOf(one)).toEqual(sayingsOf(other));
    expect(one.local.state.papers.size).toBe(62);
    expect(noteText(one.said('arxiv:1').words.note, '—')).toMatch(/Mine\..*Yours\./s);
  });

  it('of a device that is back after a year converges', async () => {
    const { world, one, other } = await withPapers();
    other.note('arxiv:1', 'From before.');
    for (let day = 0; day < 120; day += 1) {
      world.now += 3 * 86_400_000;
      one.note('arxiv:2', `Day ${day}.`);
      await one.round();
    }
    expect([...world.remote.files.keys()].length).toBeLessThan(60);
    await other.round();
    await one.round();
    expect(sayingsOf(one)).toEqual(sayingsOf(other));
    expect(one.said('arxiv:1').words.note?.versions).toMatchObject([{ text: 'From before.' }]);
  });
});

describe('a device whose clock is far off', () => {
  const years = 41 * 31_557_600_000;

  it.each([
    ['behind', -years],
    ['ahead', years],
  ])('%s wins and loses by what it has seen, and no note is lost', async (_, skew) => {
    const { world, one, other } = await withPapers();
    one.skew = skew;
    other.star('arxiv:1', true);
    other.note('arxiv:2', 'Before.');
    for (const device of [other, one]) await device.round();
    one.star('arxiv:1', false);
    one.note('arxiv:2', 'After.');
    one.note('arxiv:3', 'Apart, there.');
    other.note('arxiv:3', 'Apart, here.');
    for (const device of [one, other, one]) await device.round();
    expect(sayingsOf(one)).toEqual(sayingsOf(other));
    expect(other.said('arxiv:1').words.starred?.value).toBe(false);
    expect(noteText(other.said('arxiv:2').words.note, '—')).toBe('After.');
    expect(other.said('arxiv:3').words.note?.versions).toHaveLength(2);
    // Who has seen what a clock ahead said says it later still.
    world.now += 60_000;
    other.star('arxiv:1', true);
    for (const device of [other, one]) await device.round();
    expect(one.said('arxiv:1').words.starred?.value).toBe(true);
  });
});

describe('leaving', () => {
  it('takes a device’s files away, and nothing that it has said', async () => {
    const { world, one, other } = await withPapers();
    other.note('arxiv:1', 'From the lost one.');
    other.stand('doi:1', 'unread');
    await other.round();
    const lost = other.local.state.own?.device ?? '';
    expect(await removedDevice(one.tools(), lost)).toMatchObject({ kind: 'done' });
    expect([...world.remote.files.keys()].filter((path) => path.includes(lost))).toEqual([]);
    expect(await one.local.peers()).toEqual([]);
    const late = new Device('late', world, 99);
    await late.join(await someVault());
    await late.round();
    expect(sayingsOf(late)).toEqual(sayingsOf(other));
    expect(late.local.state.cards.has('doi:1')).toBe(true);
    await other.round();
    await late.round();
    expect(sayingsOf(late)).toEqual(sayingsOf(other));
  });

  it('takes nothing away of a device that cannot be read', async () => {
    const { world, one, other } = await withPapers();
    other.note('arxiv:1', 'Read before.');
    for (const device of [other, one]) await device.round();
    other.note('arxiv:1', 'From the damaged one.');
    await other.round();
    const damaged = other.local.state.own?.device ?? '';
    const heads = [...world.remote.files].filter(([path]) => path.startsWith(`h/${damaged}`));
    for (const [path, { bytes }] of heads) {
      const changed = bytes.slice();
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
      world.remote.files.set(path, { bytes: changed, tag: `${path} changed` });
    }
    const before = world.remote.files.size;
    const outcome = await removedDevice(one.tools(), damaged);
    expect(doneOf(outcome).unreadable).toMatchObject([{ device: damaged }]);
    expect([...world.remote.files.keys()].filter((path) => path.includes(damaged))).not.toEqual([]);
    expect(world.remote.files.size).toBeGreaterThanOrEqual(before);
    expect(await one.local.peers()).toMatchObject([{ device: damaged }]);
  });

  it('takes everything out of the folder, and deletes nothing on the devices', async () => {
    const { world, one, other } = await withPapers();
    await withoutVault(one.tools());
    expect([...world.remote.files.keys()]).toEqual([]);
    expect(await other.round()).toEqual({ kind: 'emptied' });
    expect(other.local.state.papers.size).toBe(60);
  });
});
