import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { svelteBundles } from '../../fixtures/svelte/bundles';

const run = promisify(execFile);

/**
 * Builds the extension for both browsers into a folder of this run's own, so that nobody's
 * rebuild pulls it from under a running browser, and bundles the Svelte fixtures.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const builds = await mkdtemp(join(tmpdir(), 'offprint-build-'));
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
  await run(process.execPath, ['scripts/build.mjs', '--out', builds], { env });
  await svelteBundles();
  project.provide('builds', builds);
  return () => rm(builds, { recursive: true, force: true });
}
