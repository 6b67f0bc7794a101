import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowsers } from './browsers.mjs';

const root = new URL('../', import.meta.url);
const aptPackages = { chromium: 'chromium', firefox: 'firefox-esr' };
const names = { chromium: 'Chromium, Chrome or Edge', firefox: 'Firefox' };

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function packagesIn(file) {
  return JSON.parse(readFileSync(new URL(file, root), 'utf8')).packages;
}

/** Tells whether node_modules is what package-lock.json asks for; npm keeps its own copy there. */
function isInstalled() {
  const own = 'node_modules/.package-lock.json';
  if (!existsSync(new URL(own, root))) return false;
  const installed = packagesIn(own);
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

function installPackages() {
  if (isInstalled()) return;
  console.log('Installing the npm packages of package-lock.json …');
  if (!run('npm', ['ci'])) stop('npm ci failed; its message is above.');
}

function missingBrowsers() {
  const found = findBrowsers();
  return Object.keys(names).filter((name) => !found[name]);
}

/** The words before apt-get that give the right to install, or nothing where there is none. */
function installer() {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return undefined;
  if (process.getuid?.() === 0) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

function installBrowsers() {
  const missing = missingBrowsers();
  if (missing.length === 0) return;
  const wanted = missing.map((name) => names[name]).join(' and ');
  const rights = installer();
  if (!rights) {
    stop(`Offprint is tested in real browsers, and this machine lacks ${wanted}.
Install it, or name an executable in OFFPRINT_CHROMIUM or OFFPRINT_FIREFOX.`);
  }
  const packages = missing.map((name) => aptPackages[name]);
  console.log(`Installing with apt-get, because no ${wanted} was found: ${packages.join(', ')} …`);
  const apt = (...args) => {
    const [command, ...rest] = [...rights, 'apt-get', ...args];
    return run(command, rest, { DEBIAN_FRONTEND: 'noninteractive' });
  };
  if (!apt('update') || !apt('install', '-y', '--no-install-recommends', ...packages)) {
    stop('apt-get failed; its message is above.');
  }
  const still = missingBrowsers();
  if (still.length > 0) stop(`Still no ${still.map((name) => names[name]).join(' and ')}.`);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Node 20.19 or newer is needed; this is ${process.version}.`);
}
installPackages();
installBrowsers();
