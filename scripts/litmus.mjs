import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

if (process.argv.includes('--help')) {
  console.log(`npm run litmus
Checks the WebDAV server that tests let fail with litmus, which asks what RFC 4918 says. On Debian and Ubuntu:
apt-get install --no-install-recommends litmus`);
  process.exit(0);
}
if (spawnSync('litmus', ['--version']).error) {
  console.log('There is no litmus here; npm run litmus -- --help says how to install it.');
  process.exit(1);
}
const server = await createServer({
  root: fileURLToPath(new URL('../', import.meta.url)),
  configFile: false,
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
// litmus leaves its logs where it runs.
const folder = mkdtempSync(join(tmpdir(), 'offprint-litmus-'));
try {
  const { DavStandIn } = await server.ssrLoadModule('/tests/support/dav/server.ts');
  const dav = await new DavStandIn().start();
  const litmus = spawn('litmus', ['-k', `${dav.origin}/`], { cwd: folder, stdio: 'inherit' });
  process.exitCode = await new Promise((resolve) => litmus.once('exit', resolve));
  await dav.stop();
} finally {
  rmSync(folder, { recursive: true });
  await server.close();
}
