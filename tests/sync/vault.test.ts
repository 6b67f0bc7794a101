import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areSame, type Bytes, bytesOf, textOf } from '../../sync/bytes';
import { MemoryRemote } from '../../sync/remotes/memory';
import { changedVault, createdVault, joinedVault, vaultIn, withKeysOf } from '../../sync/set-up';
import { newCode } from '../../sync/vault/code';
import { VaultError } from '../../sync/vault/errors';
import { type Keyring, open, seal } from '../../sync/vault/files';
import { padded } from '../../sync/vault/padding';
import { newVault, openVault, rootOf, withCode, withNewKey } from '../../sync/vault/vault';
import { readVaultFile, type VaultFile, vaultFileBytes } from '../../sync/vault/vault-file';
import { Device, randomBytes, seeded } from '../support/sync/device';
import { someVault } from '../support/sync/world';

const root = resolve(import.meta.dirname, '../..');
const random = randomBytes(seeded(3));
const tools = { now: 1_000, random };

interface Vectors {
  readonly key: string;
  readonly vault: string;
  readonly path: string;
  readonly file: string;
  readonly content: string;
  readonly code: string;
  readonly vaultFile: VaultFile;
  /** As format 1 had it. */
  readonly olderVaultFile: VaultFile;
}

const format = readFileSync(join(root, 'docs/sync-format.md'), 'utf8');
const vectors = JSON.parse(/```json vectors\n(.*?)```/s.exec(format)?.[1] ?? '{}') as Vectors;
const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

async function ring(): Promise<Keyring> {
  const key = await rootOf({ id: 1, bytes: fromHex(vectors.key) });
  return { file: { vault: vectors.vault, active: 1 }, keys: [key] };
}

const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (error: unknown) => (error instanceof VaultError ? error.kind : String(error)),
  );

describe('a sealed file', () => {
  it('opens as docs/sync-format.md says', async () => {
    const content = await open(await ring(), vectors.path, fromHex(vectors.file));
    expect(textOf(content)).toBe(vectors.content);
    for (const known of [vectors.vaultFile, vectors.olderVaultFile]) {
      const read = readVaultFile(vaultFileBytes(known));
      const { file, keys } = await openVault(read, vectors.code);
      const fromCode = { file: { vault: file.vault, active: 1 }, keys };
      const content = await open(fromCode, vectors.path, fromHex(vectors.file));
      expect(textOf(content)).toBe(vectors.content);
    }
  });

  it('opens as it was sealed, whatever it holds', async () => {
    const keys = await ring();
    for (const length of [0, 1, 250, 251, 252, 5_000, 400_000]) {
      const content = random(length) as Bytes;
      const file = await seal(keys, 'd/aaaa/s1-00', content, random);
      expect(areSame(await open(keys, 'd/aaaa/s1-00', file), content)).toBe(true);
    }
  });

  it('is noticed when it was changed anywhere, cut off, renamed or brought from another vault', async () => {
    const keys = await ring();
    const file = await seal(keys, 'h/aaaa-0', bytesOf('{}'), random);
    for (let at = 0; at < file.length; at += 1) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await kindOf(open(keys, 'h/aaaa-0', changed))).toMatch(/^(damaged|unknownKey)$/);
    }
    for (const length of [0, 3, 4, 16, 40, file.length - 1])
      expect(await kindOf(open(keys, 'h/aaaa-0', file.slice(0, length)))).toBe('damaged');
    expect(await kindOf(open(keys, 'h/aaaa-1', file))).toBe('damaged');
    const other = { ...keys, file: { ...keys.file, vault: '0'.repeat(32) } };
    expect(await kindOf(open(other, 'h/aaaa-0', file))).toBe('damaged');
    expect(
      await kindOf(open(keys, 'h/aaaa-0', bytesOf('<!doctype html><title>Log in</title>'))),
    ).toBe('damaged');
  });

  it('is of few lengths, so that a note’s is not seen', async () => {
    const keys = await ring();
    const lengths = new Set<number>();
    for (let length = 0; length < 200; length += 1)
      lengths.add((await seal(keys, 'h/aaaa-0', random(length) as Bytes, random)).length);
    expect(lengths.size).toBe(1);
    for (const length of [2, 9, 300, 12_345, 1_000_000]) {
      expect(padded(length)).toBeGreaterThanOrEqual(length);
      expect(padded(length)).toBeLessThanOrEqual(length * 1.12 + 1);
      expect(padded(padded(length))).toBe(padded(length));
    }
  });
});

describe('a vault', () => {
  it('opens by its code alone, and is noticed when it was changed', async () => {
    const { file } = await newVault('a code', tools);
    const read = readVaultFile(vaultFileBytes(file));
    expect((await openVault(read, ' a code ')).keys).toHaveLength(1);
    expect(await kindOf(openVault(read, 'a Code'))).toBe('wrongCode');
    expect(await kindOf(openVault({ ...read, count: 9 }, 'a code'))).toBe('damaged');
  });

  it.each([1, 599_999, 10_000_001, 1e12])('refuses to try a code %i times', (iterations) => {
    const file = { ...vectors.vaultFile, kdf: { ...vectors.vaultFile.kdf, iterations } };
    expect(() => readVaultFile(vaultFileBytes(file))).toThrow(/unsafe/);
  });

  it.each(['', '{', '{"format": 1}', '[]', 'null', '<html>'])('is damaged as %j', (text) => {
    expect(() => readVaultFile(bytesOf(text))).toThrow(/damaged/);
  });

  it('of format 1 stays so with another code or key, for devices with an older version', async () => {
    const { olderVaultFile, code } = vectors;
    for (const change of [withCode, withNewKey]) {
      const { file } = await change(olderVaultFile, code, 'other words', tools);
      expect(file).toMatchObject({ format: 1, count: 2 });
      expect((await openVault(file, 'other words')).file).toEqual(file);
    }
  });

  it('of a later version says so, whatever else has changed in it', () => {
    expect(() => readVaultFile(bytesOf('{"format": 3, "all": "other"}'))).toThrow(/newer/);
  });

  it('keeps its files through another code, and has both keys after another key', async () => {
    const { file, keys } = await newVault('old', tools);
    const sealed = await seal({ file, keys }, 'h/aaaa-0', bytesOf('{}'), random);
    const renamed = await withCode(file, 'old', 'new', tools);
    expect(await kindOf(openVault(renamed.file, 'old'))).toBe('wrongCode');
    expect(textOf(await open(renamed, 'h/aaaa-0', sealed))).toBe('{}');
    const rotated = await withNewKey(renamed.file, 'new', 'newest', tools);
    expect(rotated.file).toMatchObject({ active: 2, count: 3 });
    const opened = await openVault(rotated.file, 'newest');
    expect(textOf(await open(opened, 'h/aaaa-0', sealed))).toBe('{}');
    const fresh = await seal(opened, 'h/aaaa-0', bytesOf('{}'), random);
    expect(await kindOf(open(renamed, 'h/aaaa-0', fresh))).toBe('unknownKey');
  });
});

describe('a folder', () => {
  it('opens without Offprint, and holds no readable word', async () => {
    const world = { now: 1_700_000_000_000, remote: new MemoryRemote() };
    const code = newCode(random);
    const one = new Device('one', world, 1);
    await one.local.restart(await createdVault(one.tools(), code, 'Laptop'));
    one.note('arxiv:2503.02130', 'A private thought.');
    one.tag('arxiv:2503.02130', 'secretly');
    // Of one document that is cut into several files.
    const long = randomBytes(seeded(5))(9_000).join(' ');
    one.note('arxiv:2503.02131', long);
    const own = await one.local.own();
    if (own) await one.local.keepOwn({ ...own, fileContent: 4_000 });
    await one.round();
    const other = new Device('other', world, 2);
    const file = await vaultIn(other.tools());
    if (!file) throw new Error('no vault');
    await other.local.restart(
      await joinedVault(other.tools(), file, code.toLowerCase(), 'Desktop'),
    );
    await other.round();
    expect(other.said('arxiv:2503.02130')).toEqual(one.said('arxiv:2503.02130'));

    const folder = mkdtempSync(join(tmpdir(), 'vault-'));
    try {
      for (const [path, { bytes }] of world.remote.files) {
        const text = Buffer.from(bytes).toString('latin1');
        for (const word of ['private', 'secretly', '2503', 'Title', 'Lovelace', 'Laptop', code])
          expect(text).not.toContain(word);
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      const script = join(root, 'docs/open-vault.mjs');
      const out = execFileSync(process.execPath, [script, folder, code], { encoding: 'utf8' });
      expect(out).toContain('Title of arxiv:2503.02130');
      expect(out).toContain('"name": "Laptop"');
      const { words } = JSON.parse(out) as { words: readonly Record<string, unknown>[] };
      expect(JSON.stringify(words)).toContain('A private thought.');
      expect(JSON.stringify(words)).toContain(long);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is sealed anew after a key was given up, and asks other devices for the new code', async () => {
    const world = { now: 1_700_000_000_000, remote: new MemoryRemote() };
    const open = await someVault();
    const [one, other] = [new Device('one', world, 1), new Device('other', world, 2)];
    for (const device of [one, other]) await device.join(open);
    one.note('arxiv:1', 'A thought.');
    for (const device of [one, other]) await device.round();
    const own = await one.local.own();
    if (!own) throw new Error('no device');
    const change = { secret: 'a code', fresh: 'another', isKeyNew: true };
    await one.local.keepOwn(await changedVault(one.tools(), own, change));
    const vaults = [...world.remote.files.keys()].filter((path) => path.startsWith('vault'));
    expect(vaults).toEqual([`vault-2-${own.device}.json`]);
    one.note('arxiv:1', 'Another thought.');
    for (let count = 0; count < 4; count += 1) {
      one.star('arxiv:1', count % 2 === 0);
      await one.round();
    }
    const mine = [...world.remote.files].filter(([path]) => path.includes(`/${own.device}`));
    expect(mine.map(([, { bytes }]) => bytes[3])).toEqual(mine.map(() => 2));
    expect(await other.round()).toEqual({ kind: 'needsCode' });
    const theirs = await other.local.own();
    if (!theirs) throw new Error('no device');
    await other.local.keepOwn(await withKeysOf(other.tools(), theirs, 'another'));
    await other.round();
    expect(other.said('arxiv:1')).toEqual(one.said('arxiv:1'));
  });
});
