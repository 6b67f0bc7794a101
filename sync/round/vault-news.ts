import type { Own } from '../local';
import { VaultError } from '../vault/errors';
import { isChecked, readVaultFile, type VaultFile, vaultFileNames } from '../vault/vault-file';
import type { Told } from './heads';
import type { Tools } from './tools';

/**
 * Takes up a newer vault file, which others have told of. Never an older one: a storage that brings an old file back
 * would have this device seal with a key that was given up.
 * @throws VaultError `unknownKey` where it has a key that is not here, `newer` of a later version's.
 */
export async function withVaultNews(tools: Tools, own: Own, told: readonly Told[]): Promise<Own> {
  if (!told.some(({ head }) => head && head.vault > own.file.count)) return own;
  for await (const file of vaultFiles(tools)) {
    if (file.vault !== own.file.vault || file.count <= own.file.count) continue;
    const root = own.keys.find(({ id }) => id === file.active)?.root;
    if (!root || !file.keys.every(({ id }) => own.keys.some((key) => key.id === id)))
      throw new VaultError('unknownKey', `key ${file.active}`);
    if (!(await isChecked(file, root))) continue;
    await tools.local.keepOwn({ ...((await tools.local.own()) ?? own), file });
    return { ...own, file };
  }
  return own;
}

/**
 * The vault's files in a storage, the one that counts first; those that are damaged are left out.
 * @throws VaultError `newer` or `unsafe`
 */
export async function* vaultFiles({
  remote,
  signal,
}: Pick<Tools, 'remote' | 'signal'>): AsyncGenerator<VaultFile> {
  const names = (await remote.list('', signal)).map(({ name }) => name);
  for (const name of vaultFileNames(names)) {
    const bytes = await remote.get(name, signal);
    const file = bytes && readIfWhole(bytes);
    if (file) yield file;
  }
}

function readIfWhole(bytes: Uint8Array): VaultFile | undefined {
  try {
    return readVaultFile(bytes);
  } catch (error) {
    if (error instanceof VaultError && error.kind === 'damaged') return undefined;
    throw error;
  }
}
