import * as v from 'valibot';
import { canonical } from '../../papers/words/stamp';
import { type Bytes, bytesOf, textOf } from '../bytes';
import { VaultError } from './errors';
import { hkdf } from './files';

/** The version of everything in the folder: that of a new vault. One of version 1 stays so, for older versions of Offprint. */
export const format = 2;

/** How dear it is to try a code: OWASP's least for PBKDF2 with SHA-256, and what a slow device can bear. */
export const iterations = { least: 600_000, most: 10_000_000, written: 600_000 };

const base64 = v.pipe(v.string(), v.base64());

const schema = v.object({
  format: v.number(),
  vault: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** Which file counts: the greatest. */
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  kdf: v.object({
    name: v.literal('PBKDF2-SHA-256'),
    salt: base64,
    iterations: v.pipe(v.number(), v.safeInteger()),
  }),
  keys: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
        wrapped: base64,
        createdAt: v.number(),
      }),
    ),
    v.minLength(1),
    v.maxLength(255),
  ),
  active: v.number(),
  check: base64,
});

/** The one file that is not sealed: how to come to the keys with the code. */
export type VaultFile = v.InferOutput<typeof schema>;

/**
 * Reads a vault file.
 * @throws VaultError
 */
export function readVaultFile(file: Uint8Array): VaultFile {
  const parsed = parsedJson(file);
  const told = v.safeParse(v.object({ format: v.number() }), parsed);
  if (told.success && told.output.format > format)
    throw new VaultError('newer', `format ${told.output.format}`);
  const { success, output } = v.safeParse(schema, parsed);
  if (!success) throw new VaultError('damaged', 'the vault file has another shape');
  if (output.kdf.iterations < iterations.least || output.kdf.iterations > iterations.most)
    throw new VaultError('unsafe', `${output.kdf.iterations} iterations`);
  return output;
}

/** A vault file as it lies in the folder. */
export function vaultFileBytes(file: VaultFile): Bytes {
  return bytesOf(`${JSON.stringify(file, undefined, 1)}\n`);
}

/** The name of a vault file: none is used twice. */
export function vaultFileName({ count }: Pick<VaultFile, 'count'>, device: string): string {
  return `vault-${count}-${device}.json`;
}

/**
 * Those among a folder's names that are vault files, the one that counts first: the greatest number, then the greatest
 * device.
 */
export function vaultFileNames(names: readonly string[]): readonly string[] {
  const parts = names.flatMap((name) => {
    const [, count, device] = /^vault-(\d{1,9})-([a-z0-9]+)\.json$/.exec(name) ?? [];
    return count && device ? [{ name, count: Number(count), device }] : [];
  });
  return parts
    .sort((one, other) => other.count - one.count || (one.device < other.device ? 1 : -1))
    .map(({ name }) => name);
}

/** The number in the name of a vault file. */
export function countOfVault(name: string): number {
  return Number(/^vault-(\d+)-/.exec(name)?.[1] ?? 0);
}

/** The check of a vault file: by whom has the key that is to be sealed with, over all else that it says. */
export async function checkOf(file: Omit<VaultFile, 'check'>, root: CryptoKey): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await macKey(root), checked(file));
  return base64Of(new Uint8Array(mac));
}

/** Tells whether a vault file is as somebody with the key wrote it. */
export async function isChecked({ check, ...file }: VaultFile, root: CryptoKey): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await macKey(root), fromBase64(check), checked(file));
}

function checked(file: Omit<VaultFile, 'check'>): Bytes {
  return bytesOf(canonical(file));
}

function macKey(root: CryptoKey): Promise<CryptoKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return crypto.subtle.deriveKey(hkdf('vault'), root, hmac, false, ['sign', 'verify']);
}

function parsedJson(file: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(file));
  } catch (cause) {
    throw new VaultError('damaged', 'the vault file is no JSON', { cause });
  }
}

/** Base64, with padding. */
export function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The other way. */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
