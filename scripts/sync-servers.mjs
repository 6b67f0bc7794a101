import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { moduleServer } from './modules.mjs';

if (process.argv.includes('--help')) {
  console.log(`npm run sync-servers [-- NAME]
Has a reader share a list between Chromium and Firefox through each server that is at hand, or through those whose name
has NAME in it: s3rver, and Apache, nginx, lighttpd and rclone, as the set-up script unpacks them on Debian and Ubuntu.`);
  process.exit(0);
}
const [wanted = ''] = process.argv.slice(2);
const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
const builds = mkdtempSync(join(tmpdir(), 'offprint-servers-'));
const run = (command, args, env = {}) =>
  spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'production', PATH: path, ...env },
  }).status === 0;

async function serverNames() {
  const server = await moduleServer();
  try {
    const { debianServers } = await server.ssrLoadModule('/tests/support/servers/debian.ts');
    const debian = debianServers.map(({ name, start }) => ({ name, isHere: start !== undefined }));
    return [{ name: 's3rver', isHere: true }, ...debian];
  } finally {
    await server.close();
  }
}

const story = 'tests/e2e/sync.firefox.e2e.ts';
const said = [];
try {
  if (!run(process.execPath, ['scripts/build.mjs', '--out', builds])) process.exit(1);
  // lighttpd lets each wrong password wait, and a busy machine everything.
  const config = ['run', '--config', 'vitest.e2e.config.ts', '--testTimeout=300000', story];
  for (const { name, isHere } of await serverNames()) {
    if (!name.toLowerCase().includes(wanted.toLowerCase())) continue;
    const env = { OFFPRINT_BUILDS: builds, OFFPRINT_SYNC_SERVER: name };
    const isDone = isHere && run('vitest', config, env);
    said.push(`${name}: ${isHere ? (isDone ? 'shared' : 'FAILED') : 'not here'}`);
    if (isHere && !isDone) process.exitCode = 1;
  }
} finally {
  rmSync(builds, { recursive: true, force: true });
}
console.log(said.join('\n'));
