import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { svelteBundles } from '../../fixtures/svelte/bundles';
import { setClock } from './clock';

const run = promisify(execFile);

/**
 * Puts the extension for both browsers into a folder of this run's own, so that nobody's
 * rebuild pulls it from under a running browser, and bundles the Svelte fixtures. The extension is
 * built, unless OFFPRINT_BUILDS names the folder of a build; its clock is set if the run's is.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const builds = await mkdtemp(join(tmpdir(), 'offprint-build-'));
  const built = process.env.OFFPRINT_BUILDS;
  if (built) {
    await cp(built, builds, { recursive: true });
  } else {
    const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
    await run(process.execPath, ['scripts/build.mjs', '--out', builds], { env });
  }
  const offset = Number(project.config.env.OFFPRINT_CLOCK_OFFSET);
  if (offset !== 0)
    for (const dir of ['chrome-mv3', 'firefox-mv3']) await setClock(join(builds, dir), offset);
  await svelteBundles();
  project.provide('builds', builds);
  return () => rm(builds, { recursive: true, force: true });
}
