import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Debian's packages of the WebDAV servers that the sync is tested on. */
const packages = [
  ...['apache2-bin', 'nginx-light', 'libnginx-mod-http-dav-ext'],
  ...['lighttpd', 'lighttpd-mod-webdav', 'rclone'],
];

/** Where they lie unpacked. They are not installed: on a machine with an init three of them would begin to serve. */
export const serversFolder = fileURLToPath(
  new URL('../node_modules/.cache/offprint/servers', import.meta.url),
);

/** The folders that may have a server: unpacked, or installed. */
const roots = [serversFolder, '/'];

/**
 * Where a file of a server is, below one of the roots.
 * @param path From a root, as `usr/sbin/nginx`.
 */
export function serverFile(path) {
  return roots.map((root) => join(root, path)).find((file) => existsSync(file));
}

/** What a server that lies unpacked needs, so that it finds its libraries. */
export function serverLibraries() {
  const folder = join(serversFolder, 'usr/lib');
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((name) => /-linux-gnu/.test(name))
    .map((name) => join(folder, name))
    .join(':');
}

const needed = [
  ...['usr/sbin/apache2', 'usr/sbin/nginx', 'usr/lib/nginx/modules/ngx_http_dav_ext_module.so'],
  ...['usr/sbin/lighttpd', 'usr/lib/lighttpd/mod_webdav.so', 'usr/bin/rclone'],
];

/**
 * Unpacks what is missing of the servers and of what they need, where apt-get is. Nothing fails without them: their tests say
 * that they were left out.
 */
export function unpackServers(say = console.log) {
  if (needed.every(serverFile) || process.platform !== 'linux') return;
  const apt = (cwd, ...args) => spawnSync('apt-get', args, { cwd, encoding: 'utf8' });
  // What is installed already is not brought again.
  const { stdout, status } = apt(
    '/',
    '-s',
    '-qq',
    'install',
    '--no-install-recommends',
    ...packages,
  );
  const missing = [...(stdout ?? '').matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
  if (status !== 0 || missing.length === 0) {
    say(`Without apt-get there is no ${packages.join(', ')}; the sync is tested on other servers.`);
    return;
  }
  say('Unpacking WebDAV servers to test the sync on, 18 MB, into node_modules …');
  const downloads = mkdtempSync(join(tmpdir(), 'offprint-servers-'));
  const unpacked = join(downloads, 'unpacked');
  mkdirSync(unpacked);
  try {
    const isDown = apt(downloads, 'download', '-qq', ...missing).status === 0;
    const archives = readdirSync(downloads).filter((name) => name.endsWith('.deb'));
    const unpack = (name) => spawnSync('dpkg-deb', ['-x', join(downloads, name), unpacked]);
    if (!isDown || archives.some((name) => unpack(name).status !== 0)) {
      say('They could not be brought; the sync is tested on other servers.');
      return;
    }
    rmSync(serversFolder, { recursive: true, force: true });
    mkdirSync(join(serversFolder, '..'), { recursive: true });
    move(unpacked, serversFolder);
  } finally {
    rmSync(downloads, { recursive: true, force: true });
  }
}

/** The temporary folder may be on another disk. */
function move(from, to) {
  try {
    renameSync(from, to);
  } catch {
    spawnSync('cp', ['-a', from, to]);
  }
}
