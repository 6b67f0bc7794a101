import { describe, expect, it } from 'vitest';
import { noteText } from '../../papers/words/note';
import { RemoteError } from '../../sync/remotes/remote';
import { allowedLosses } from '../../sync/round/failsafe';
import type { Outcome } from '../../sync/round/report';
import { Device } from '../support/sync/device';
import { doneOf, ids, withPapers } from '../support/sync/sixty';
import { sayingsOf, someVault } from '../support/sync/world';

function savedOn({ local }: Device): number {
  return [...local.state.papers.values()].filter(
    ({ words }) => words.standing?.value.state === 'unread',
  ).length;
}

describe('the failsafe', () => {
  it.each([
    [0, 3],
    [60, 3],
    [100, 5],
    [399, 19],
    [400, 20],
    [18_000, 20],
  ])('lets of %i papers %i go without asking', (saved, allowed) =>
    expect(allowedLosses(saved)).toBe(allowed),
  );

  it('stops before many papers go, says who, when and what, and changes nothing', async () => {
    const { one, other } = await withPapers();
    for (const id of ids.slice(0, 4)) other.stand(id, 'deleted');
    await other.round();
    const before = sayingsOf(one);
    const outcome = await one.round();
    expect(outcome).toMatchObject({
      kind: 'stopped',
      from: [{ name: 'device1', at: other.now() }],
      losses: { papers: ids.slice(0, 4).map((id) => ({ id, title: `Title of ${id}` })) },
    });
    expect(sayingsOf(one)).toEqual(before);
    expect(await one.round()).toEqual(outcome);
  });

  it('lets a few go', async () => {
    const { one, other } = await withPapers();
    for (const id of ids.slice(0, 3)) other.stand(id, 'deleted');
    await other.round();
    expect(doneOf(await one.round()).losses.papers).toHaveLength(3);
    expect(savedOn(one)).toBe(57);
  });

  it.each(['purge', 'note', 'tag'] as const)('counts what goes by %s', async (what) => {
    const { one, other } = await withPapers();
    for (const id of ids.slice(0, 4)) {
      one.note(id, 'A thought.');
      one.tag(id, 'vision');
    }
    for (const device of [one, other]) await device.round();
    for (const id of ids.slice(0, 4)) {
      if (what === 'purge') other.purge(id);
      if (what === 'note') other.note(id, '');
      if (what === 'tag') other.tag(id, 'vision', false);
    }
    await other.round();
    expect(await one.round()).toMatchObject({ kind: 'stopped' });
  });

  it('applies when the reader says so', async () => {
    const { one, other } = await withPapers();
    for (const id of ids.slice(0, 30)) other.stand(id, 'deleted');
    await other.round();
    const { plan } = (await one.round()) as Outcome & { kind: 'stopped' };
    expect(await one.round({ answer: { plan, choice: 'apply' } })).toMatchObject({ kind: 'done' });
    expect(savedOn(one)).toBe(30);
  });

  it('keeps what is here, everywhere, when the reader says so', async () => {
    const { one, other } = await withPapers();
    one.note('arxiv:1', 'A thought.');
    for (const device of [one, other]) await device.round();
    for (const id of ids.slice(0, 30)) other.purge(id);
    other.star('arxiv:50', true);
    await other.round();
    const { plan } = (await one.round()) as Outcome & { kind: 'stopped' };
    expect(await one.round({ answer: { plan, choice: 'keep' } })).toMatchObject({ kind: 'done' });
    expect(savedOn(one)).toBe(60);
    expect(one.said('arxiv:50').words.starred?.value).toBe(true);
    await other.round();
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
    expect(noteText(other.said('arxiv:1').words.note, '—')).toBe('A thought.');
  });

  it('asks again where something else has come since', async () => {
    const { one, other } = await withPapers();
    for (const id of ids.slice(0, 30)) other.stand(id, 'deleted');
    await other.round();
    const { plan } = (await one.round()) as Outcome & { kind: 'stopped' };
    other.stand('arxiv:40', 'deleted');
    await other.round();
    expect(await one.round({ answer: { plan, choice: 'apply' } })).toMatchObject({
      kind: 'stopped',
    });
    expect(savedOn(one)).toBe(60);
  });
});

describe('a storage that is not as it was', () => {
  it('deletes nothing where it is empty, and is written again when the reader says so', async () => {
    const { world, one, other } = await withPapers();
    world.remote.files.clear();
    one.star('arxiv:1', true);
    expect(await one.round()).toEqual({ kind: 'emptied' });
    expect(await other.round()).toEqual({ kind: 'emptied' });
    expect(await one.round({ isAgain: true })).toMatchObject({ done: { self: 'published again' } });
    await other.round();
    expect(savedOn(other)).toBe(60);
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
  });

  it('is told where it holds another vault', async () => {
    const { world, one } = await withPapers();
    const path = [...world.remote.files.keys()].find((name) => name.startsWith('vault')) ?? '';
    const text = new TextDecoder().decode(world.remote.files.get(path)?.bytes);
    const vault = /"vault": "([0-9a-f]+)"/.exec(text)?.[1] ?? '';
    world.remote.files.clear();
    const bytes = new TextEncoder().encode(text.replace(vault, vault.replaceAll(/./g, '0')));
    world.remote.keep(path, bytes as Uint8Array<ArrayBuffer>);
    expect(await one.round()).toEqual({ kind: 'otherVault' });
    expect(savedOn(one)).toBe(60);
  });

  it('gets again what it lacks where it went back in time', async () => {
    const { world, one, other } = await withPapers();
    const old = [...world.remote.files];
    one.note('arxiv:1', 'A thought.');
    one.stand('arxiv:99', 'unread');
    for (const device of [one, other]) await device.round();
    world.remote.files.clear();
    for (const [path, { bytes }] of old) world.remote.keep(path, bytes);
    expect(await one.round()).toMatchObject({ done: { self: 'published again' } });
    const late = new Device('late', world, 99);
    await late.join(await someVault());
    await late.round();
    expect(sayingsOf(late)).toEqual(sayingsOf(one));
  });

  it('is told where another device went back, and keeps what that had said', async () => {
    const { world, one, other } = await withPapers();
    const old = [...world.remote.files].filter(([path]) => path.startsWith('h/'));
    one.note('arxiv:1', 'A thought.');
    await one.round();
    one.star('arxiv:1', true);
    await one.round();
    await other.round();
    for (const [path, { bytes }] of old) world.remote.keep(path, bytes);
    const [path = ''] = old[0] ?? [];
    const twin = path.endsWith('0') ? path.replace(/0$/, '1') : path.replace(/1$/, '0');
    world.remote.files.delete(twin);
    expect(doneOf(await other.round()).rolledBack).toMatchObject([{ name: 'device0' }]);
    expect(other.said('arxiv:1').words.note?.versions).toHaveLength(1);
  });

  it('says that a file of another device is missing, until that writes it anew', async () => {
    const { world, one, other } = await withPapers();
    one.note('arxiv:1', 'A thought.');
    await one.round();
    const segment = [...world.remote.files.keys()].filter((path) => /\/s2-/.test(path))[0] ?? '';
    world.remote.files.delete(segment);
    expect(doneOf(await other.round()).missing).toEqual([segment]);
    one.star('arxiv:2', true);
    await one.round();
    expect(doneOf(await other.round()).missing).toEqual([]);
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
  });

  it('asks for a pack that is not there no more than once, and reads no cards before their words', async () => {
    const { world, one, other } = await withPapers();
    one.note('arxiv:1', 'A thought.');
    await one.round();
    const segment = [...world.remote.files.keys()].find((path) => /\/s2-/.test(path)) ?? '';
    world.remote.files.delete(segment);
    const before = other.local.state.peers;
    const done = doneOf(await other.round());
    expect(done).toMatchObject({ missing: [segment], isMore: false });
    expect([...other.local.state.peers.values()].map(({ packs }) => packs)).toEqual(
      [...before.values()].map(({ packs }) => packs),
    );
  });

  it('that kept a part of a head gets it again, also when the next round fails', async () => {
    const { world, one, other } = await withPapers();
    one.note('arxiv:1', 'A thought.');
    await one.round();
    const [path, { bytes }] = [...world.remote.files].at(-1) ?? ['', { bytes: new Uint8Array() }];
    expect(path).toMatch(/^h\//);
    world.remote.keep(path, bytes.slice(0, 9));
    const own = one.local.state.own?.device ?? '';
    const get = (file: string, signal: AbortSignal) =>
      file.includes(own)
        ? world.remote.get(file, signal)
        : Promise.reject(new RemoteError('busy', '429'));
    const remote = Object.assign(Object.create(world.remote), { get });
    expect(await one.round({}, { remote })).toMatchObject({ kind: 'failed' });
    await one.round();
    await other.round();
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
  });

  it('is told where a device of another vault writes in the same folder', async () => {
    const { world, one } = await withPapers();
    world.remote.keep('h/0a0a0a0a-1', new Uint8Array(300));
    for (let count = 0; count < 3; count += 1)
      expect(doneOf(await one.round()).unreadable).toMatchObject([{ device: '0a0a0a0a' }]);
  });
});
