import { type Bytes, bytesOf, joined } from '../bytes';
import type { VaultKey } from '../local';
import { secretBytes } from './code';
import { VaultError } from './errors';
import {
  base64Of,
  checkOf,
  format,
  fromBase64,
  isChecked,
  iterations,
  type VaultFile,
} from './vault-file';

/** What making a vault needs from outside. */
export interface VaultTools {
  /** ms since the epoch. */
  readonly now: number;
  /** Random bytes, as many as are asked for. */
  readonly random: (count: number) => Uint8Array;
}

/** A vault that is open. */
export interface OpenVault {
  readonly file: VaultFile;
  readonly keys: readonly VaultKey[];
}

/** Makes a new vault with one key, which only this code opens. */
export async function newVault(secret: string, { now, random }: VaultTools): Promise<OpenVault> {
  const vault = [...random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const raw = [{ id: 1, createdAt: now, bytes: random(32) as Bytes }];
  return wrapped({ format, vault, count: 1, active: 1 }, raw, secret, random);
}

/**
 * Opens a vault.
 * @throws VaultError `wrongCode`, or `damaged` of a file that somebody else has changed.
 */
export async function openVault(file: VaultFile, secret: string): Promise<OpenVault> {
  const raw = await unwrapped(file, secret);
  const keys = await Promise.all(raw.map(rootOf));
  const active = keys.find(({ id }) => id === file.active);
  if (!active || !(await isChecked(file, active.root)))
    throw new VaultError('damaged', 'the vault file was changed');
  return { file, keys };
}

/**
 * The same vault under another code. What is sealed stays as it is.
 * @throws VaultError `wrongCode`
 */
export async function withCode(
  file: VaultFile,
  secret: string,
  fresh: string,
  { random }: VaultTools,
): Promise<OpenVault> {
  await openVault(file, secret);
  return wrapped({ ...file, count: file.count + 1 }, await unwrapped(file, secret), fresh, random);
}

/**
 * The same vault with a new key to seal with, after a device was lost that had the others; under a new code, since that
 * device may have had the old one. Files are sealed anew by those who wrote them.
 * @throws VaultError `wrongCode`
 */
export async function withNewKey(
  file: VaultFile,
  secret: string,
  fresh: string,
  { now, random }: VaultTools,
): Promise<OpenVault> {
  await openVault(file, secret);
  const raw = await unwrapped(file, secret);
  const active = Math.max(...raw.map(({ id }) => id)) + 1;
  if (active > 255) throw new VaultError('unsafe', 'no key ids are left');
  const all = [...raw, { id: active, createdAt: now, bytes: random(32) as Bytes }];
  return wrapped({ ...file, count: file.count + 1, active }, all, fresh, random);
}

interface RawKey {
  readonly id: number;
  readonly createdAt: number;
  readonly bytes: Bytes;
}

async function wrapped(
  { format, vault, count, active }: Pick<VaultFile, 'format' | 'vault' | 'count' | 'active'>,
  raw: readonly RawKey[],
  secret: string,
  random: (count: number) => Uint8Array,
): Promise<OpenVault> {
  const salt = random(16) as Bytes;
  const kdf = {
    name: 'PBKDF2-SHA-256' as const,
    salt: base64Of(salt),
    iterations: iterations.written,
  };
  const wrapping = await wrappingKey(secret, salt, kdf.iterations);
  const keys = await Promise.all(
    raw.map(async ({ id, createdAt, bytes }) => {
      const iv = random(12) as Bytes;
      const text = await crypto.subtle.encrypt(wrapParams(vault, id, iv), wrapping, bytes);
      return { id, wrapped: base64Of(joined(iv, new Uint8Array(text))), createdAt };
    }),
  );
  const roots = await Promise.all(raw.map(rootOf));
  const root = roots.find(({ id }) => id === active)?.root;
  if (!root) throw new VaultError('damaged', 'the active key is missing');
  const file = { format, vault, count, kdf, keys, active };
  return { file: { ...file, check: await checkOf(file, root) }, keys: roots };
}

async function unwrapped({ vault, kdf, keys }: VaultFile, secret: string): Promise<RawKey[]> {
  const wrapping = await wrappingKey(secret, fromBase64(kdf.salt), kdf.iterations);
  return Promise.all(
    keys.map(async ({ id, wrapped: text, createdAt }) => {
      const all = fromBase64(text);
      const params = wrapParams(vault, id, all.slice(0, 12));
      try {
        const bytes = await crypto.subtle.decrypt(params, wrapping, all.slice(12));
        return { id, createdAt, bytes: new Uint8Array(bytes) };
      } catch (cause) {
        throw new VaultError('wrongCode', `key ${id} does not open`, { cause });
      }
    }),
  );
}

function wrapParams(vault: string, id: number, iv: Bytes) {
  return { name: 'AES-GCM', iv, additionalData: bytesOf(`offprint-sync/1/wrap\n${vault}\n${id}`) };
}

async function wrappingKey(secret: string, salt: Bytes, count: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secretBytes(secret), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: count };
  const usages = ['encrypt', 'decrypt'] as const;
  return crypto.subtle.deriveKey(params, base, { name: 'AES-GCM', length: 256 }, false, [
    ...usages,
  ]);
}

/** A vault's key as devices keep it: of use for deriving others, and for nothing else. */
export async function rootOf({ id, bytes }: Pick<RawKey, 'id' | 'bytes'>): Promise<VaultKey> {
  return { id, root: await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']) };
}
