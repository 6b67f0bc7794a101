import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bytes } from '../../sync/bytes';
import { probe } from '../../sync/remotes/probe';
import type { Listed, Remote } from '../../sync/remotes/remote';

export interface OpenRemote {
  readonly remote: Remote;
  /** The same storage, with a wrong password; absent where there is none. */
  readonly withWrongPassword?: Remote;
  readonly close: () => Promise<void>;
  /** Puts files where the storage keeps them, so that five hundred are listed, and else a hundred. */
  readonly seed?: (folder: string, names: readonly string[]) => void;
}

/** Where it runs, what is asked of every remote; it is in a folder that is not there yet. */
export function remoteContract(name: string, open: () => Promise<OpenRemote>): void {
  describe(`a remote on ${name}`, () => {
    const never = new AbortController().signal;
    let opened: OpenRemote;
    let remote: Remote;
    beforeAll(async () => {
      opened = await open();
      remote = opened.remote;
    });
    afterAll(() => opened?.close());

    it('lists nothing where nothing is, and misses a file', async () => {
      expect(await remote.list('', never)).toEqual([]);
      expect(await remote.list('h', never)).toEqual([]);
      expect(await remote.get('h/x-0', never)).toBeUndefined();
      await remote.remove('h/x-0', never);
    });

    it('writes a file with the folders above it, and reads it back', async () => {
      await remote.put('d/device-1/s1', bytes('one'), never);
      expect(await remote.get('d/device-1/s1', never)).toEqual(bytes('one'));
      expect(await remote.get('d/device-1/s2', never)).toBeUndefined();
      expect(await remote.get('nowhere/deep/s2', never)).toBeUndefined();
    });

    it('writes in place of what was there', async () => {
      for (const text of ['first', 'second, and longer', '3', '4']) {
        await remote.put('h/x-0', bytes(text), never);
        expect(await remote.get('h/x-0', never)).toEqual(bytes(text));
      }
      const [head] = await remote.list('h', never);
      expect(head).toMatchObject({ name: 'x-0', isFolder: false, size: 1 });
    });

    it('makes a folder, and again', async () => {
      await remote.makeFolder('a/b', never);
      await remote.makeFolder('a/b', never);
      await remote.put('a/b/c', bytes('x'), never);
      expect((await remote.list('a', never)).map(({ name }) => name)).toEqual(['b']);
      await remote.remove('a/b/c', never);
    });

    it('takes a file away, and again', async () => {
      await remote.put('h/y-0', bytes('y'), never);
      await remote.remove('h/y-0', never);
      await remote.remove('h/y-0', never);
      expect(await remote.get('h/y-0', never)).toBeUndefined();
      expect((await remote.list('h', never)).map(({ name }) => name)).toEqual(['x-0']);
    });

    it('keeps every byte, of none and of a million', async () => {
      const large = new Uint8Array(1_000_000).map((_, at) => (at * 7 + (at >> 8)) % 256);
      for (const [path, content] of [
        ['d/large', large],
        ['d/none', new Uint8Array()],
        ['d/every', new Uint8Array(256).map((_, at) => at)],
      ] as const) {
        await remote.put(path, content, never);
        expect(Buffer.compare((await remote.get(path, never)) ?? bytes('-'), content)).toBe(0);
      }
    });

    it('keeps names apart by their letters', async () => {
      const names = ['README.txt', 'vault-1-Ab_c.json', 's10', 's1', 'a-B', 'n1-2'];
      for (const one of names) await remote.put(`names/${one}`, bytes(one), never);
      const listed = await remote.list('names', never);
      expect(listed.map((one) => one.name).sort()).toEqual([...names].sort());
      expect(listed.every(({ isFolder, size }) => !isFolder && size !== undefined)).toBe(true);
      for (const one of names) expect(await remote.get(`names/${one}`, never)).toEqual(bytes(one));
    });

    it('lists all of many files, and folders as such', async () => {
      const names = Array.from({ length: opened.seed ? 500 : 100 }, (_, at) => `f${at}`);
      await remote.makeFolder('many/inner', never);
      opened.seed?.('many', names);
      const write = (one: string) => remote.put(`many/${one}`, bytes(one), never);
      for (let at = 0; at < names.length && !opened.seed; at += 20)
        await Promise.all(names.slice(at, at + 20).map(write));
      await remote.put('many/inner/x', bytes('x'), never);
      const listed = await remote.list('many', never);
      const files = listed.filter(({ isFolder }) => !isFolder);
      expect(files.map(({ name }) => name).sort()).toEqual([...names].sort());
      expect(listed.filter(({ isFolder }) => isFolder)).toMatchObject([{ name: 'inner' }]);
    });

    it('asks nothing once it was told to stop', async () => {
      const reason = new Error('enough');
      await expect(remote.get('h/x-0', AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it('is found to be sound by a trial, of which nothing is left', async () => {
      const before = await remote.list('', never);
      expect(await probe(remote, trialWorld, never)).toEqual({ findings: [], isUsable: true });
      const names = (listed: readonly Listed[]) => listed.map(({ name }) => name).sort();
      expect(names(await remote.list('', never))).toEqual(names(before));
    });

    it('says that a password is wrong, where there is one', async () => {
      const { withWrongPassword: wrong } = opened;
      // Few, since lighttpd lets each wait for a second.
      const asked = wrong && [
        () => wrong.list('', never),
        () => wrong.put('h/x-0', bytes('bad'), never),
      ];
      for (const ask of asked ?? [])
        await expect(ask()).rejects.toMatchObject({ kind: 'unauthorised' });
      expect(await remote.get('h/x-0', never)).toEqual(bytes('4'));
    });
  });
}

/** A trial that does not look at clocks, since a test's may be any. */
const trialWorld = {
  address: '',
  now: () => Number.NaN,
  random: (length: number) => new Uint8Array(randomBytes(length)),
};

function bytes(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes;
}
