import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Bytes, bytesOf, joined } from '../../../sync/bytes';
import { VaultError } from '../../../sync/vault/errors';
import type { Keyring } from '../../../sync/vault/files';
import { pad, unpad } from '../../../sync/vault/padding';

/*
 * Files as sync/vault/files.ts seals and opens them, the same bytes, without a thread and a stream for each: most of what a
 * history takes is these. tests/sync/histories holds that they are the same.
 */

const textAt = 16;
const known = new WeakMap<CryptoKey, Uint8Array>();

/** Tells what a key is that cannot be read out of itself. */
export function knownKey(root: CryptoKey, bytes: Uint8Array): void {
  known.set(root, new Uint8Array(hkdfSync('sha256', bytes, '', 'offprint-sync/1/files', 32)));
}

function rawKey({ keys }: Keyring, id: number): Uint8Array {
  const root = keys.find((key) => key.id === id)?.root;
  const key = root && known.get(root);
  if (!key) throw new VaultError('unknownKey', `key ${id}`);
  return key;
}

function context(vault: string, path: string, key: number): Bytes {
  return bytesOf(`OP1\n${vault}\n${path}\n${key}`);
}

/** See sync/vault/files.ts. */
export async function seal(
  ring: Keyring,
  path: string,
  content: Bytes,
  random: (count: number) => Uint8Array,
): Promise<Bytes> {
  const { active, vault } = ring.file;
  const key = rawKey(ring, active);
  const iv = random(12) as Bytes;
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(context(vault, path, active));
  const text = cipher.update(pad(gzipSync(content)));
  cipher.final();
  return joined(bytesOf('OP1'), Uint8Array.of(active), iv, text, cipher.getAuthTag());
}

/** See sync/vault/files.ts. */
export async function open(ring: Keyring, path: string, file: Bytes): Promise<Bytes> {
  const isSealed = file.length >= textAt + 16 && file[0] === 79 && file[1] === 80 && file[2] === 49;
  if (!isSealed) throw new VaultError('damaged', `${path} is not sealed`);
  const id = file[3] ?? 0;
  const key = rawKey(ring, id);
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, file.subarray(4, textAt));
    cipher.setAAD(context(ring.file.vault, path, id));
    cipher.setAuthTag(file.subarray(-16));
    const text = cipher.update(file.subarray(textAt, -16));
    cipher.final();
    const content = unpad(new Uint8Array(text));
    if (!content) throw new RangeError('no length');
    return new Uint8Array(gunzipSync(content));
  } catch (cause) {
    throw new VaultError('damaged', `${path} does not open`, { cause });
  }
}
