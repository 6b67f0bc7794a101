import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  permissions: string[];
  host_permissions: string[];
}

/** A copy of the extension for which the reader has answered the browser's own question, which no test can. */
export interface Allowed {
  readonly extensionDir: string;
  dispose(): Promise<void>;
}

/** Copies a built extension that may ask for some hosts and permissions, and allows it these. */
export async function allowed(
  extensionDir: string,
  hosts: readonly string[],
  permissions: readonly string[],
): Promise<Allowed> {
  const copy = await mkdtemp(join(tmpdir(), 'offprint-allowed-'));
  await cp(extensionDir, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  manifest.host_permissions.push(...hosts);
  manifest.permissions.push(...permissions);
  await writeFile(path, JSON.stringify(manifest));
  return { extensionDir: copy, dispose: () => rm(copy, { recursive: true, force: true }) };
}
