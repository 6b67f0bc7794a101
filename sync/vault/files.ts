import { type Bytes, bytesOf, joined } from '../bytes';
import type { VaultKey } from '../local';
import { VaultError } from './errors';
import { unzipped, zipped } from './gzip';
import { pad, unpad } from './padding';

const magic = bytesOf('OP1');
const ivAt = magic.length + 1;
const textAt = ivAt + 12;

/** The largest that a file unpacks to. Larger than any that is written. */
const largest = 64_000_000;

/** What files are sealed with and opened with. */
export interface Keyring {
  readonly file: {
    readonly vault: string;
    /** The id of the key to seal with. */
    readonly active: number;
  };
  readonly keys: readonly VaultKey[];
}

/**
 * Seals a file: `OP1`, the key's id, twelve random bytes, and AES-GCM over what it holds, gzipped and padded. Bound to
 * the vault and to its path within the folder.
 * @param random Random bytes, as many as are asked for.
 * @throws VaultError where the key is missing.
 */
export async function seal(
  ring: Keyring,
  path: string,
  content: Bytes,
  random: (count: number) => Uint8Array,
): Promise<Bytes> {
  const key = await fileKey(ring, ring.file.active);
  const iv = random(12) as Bytes;
  const params = {
    name: 'AES-GCM',
    iv,
    additionalData: context(ring.file.vault, path, ring.file.active),
  };
  const text = await crypto.subtle.encrypt(params, key, pad(await zipped(content)));
  return joined(magic, Uint8Array.of(ring.file.active), iv, new Uint8Array(text));
}

/**
 * Opens a file.
 * @throws VaultError: `damaged` also of one that was swapped, renamed or belongs to another vault.
 */
export async function open(ring: Keyring, path: string, file: Bytes): Promise<Bytes> {
  if (file.length < textAt + 16 || !magic.every((byte, at) => byte === file[at]))
    throw new VaultError('damaged', `${path} is not sealed`);
  const id = file[magic.length] ?? 0;
  const key = await fileKey(ring, id);
  const iv = file.slice(ivAt, textAt);
  const params = { name: 'AES-GCM', iv, additionalData: context(ring.file.vault, path, id) };
  try {
    const text = await crypto.subtle.decrypt(params, key, file.slice(textAt));
    const content = unpad(new Uint8Array(text));
    if (!content) throw new RangeError('no length');
    return await unzipped(content, largest);
  } catch (cause) {
    throw new VaultError('damaged', `${path} does not open`, { cause });
  }
}

function context(vault: string, path: string, key: number): Bytes {
  return bytesOf(`OP1\n${vault}\n${path}\n${key}`);
}

const derived = new WeakMap<CryptoKey, Promise<CryptoKey>>();

function fileKey({ keys }: Keyring, id: number): Promise<CryptoKey> {
  const root = keys.find((key) => key.id === id)?.root;
  if (!root) throw new VaultError('unknownKey', `key ${id}`);
  const known = derived.get(root) ?? deriveFileKey(root);
  derived.set(root, known);
  return known;
}

function deriveFileKey(root: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf('files'), root, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** How a key for one purpose comes from the vault's: HKDF (RFC 5869) without a salt. */
export function hkdf(purpose: 'files' | 'vault') {
  const info = bytesOf(`offprint-sync/1/${purpose}`);
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
}
