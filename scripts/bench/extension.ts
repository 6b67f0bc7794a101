import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';

/** A copy of a built extension, with the one-word page in it that the popup is compared with. */
export interface MeasuredExtension {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Makes the copy; what is shipped stays as it is. */
export async function withOneWordPage(builtDir: string): Promise<MeasuredExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  await cp(builtDir, folder, { recursive: true });
  const root = resolve('scripts/bench/one-word');
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [preact()],
    build: {
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input: join(root, 'one-word.html') },
    },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
