// Runs on the machine's own Node, which may be too old for everything else, and before any package is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from './browsers.mjs';
import { unpackServers } from './servers.mjs';

const usage = `node scripts/setup.mjs [--packages]
  Installs what npm start and npm test need: npm packages, a Node among them, browsers, and servers for the sync.
  --packages   no browsers and no servers`;

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

function read(file) {
  return JSON.parse(readFileSync(new URL(file, root), 'utf8'));
}

/** Tells whether node_modules is what package-lock.json asks for; npm keeps its own copy there. */
function isInstalled() {
  const own = 'node_modules/.package-lock.json';
  if (!existsSync(new URL(own, root))) return false;
  const installed = read(own).packages;
  return Object.entries(read('package-lock.json').packages).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

function installPackages() {
  if (isInstalled()) return;
  console.log('Installing the npm packages of package-lock.json …');
  // Its warnings are about the machine's Node, which nothing but this script runs on.
  if (!run('npm', ['ci', '--loglevel=error'])) stop('npm ci failed; its message is above.');
}

/** Tells whether a version is in `range`, which is `engines.node` of package.json: `^a.b.c || >=d`. */
function isInRange(version, range) {
  const parts = (text) => text.replace(/^\D+/, '').split('.').map(Number);
  const [major, minor, patch] = parts(version);
  return range.split(' || ').some((wanted) => {
    const [first, second = 0, third = 0] = parts(wanted);
    const isNewer = minor > second || (minor === second && patch >= third);
    return (wanted.startsWith('>=') && major > first) || (major === first && isNewer);
  });
}

/** The Node that npm scripts run on is one of node_modules, or where npm has none the machine's. */
function checkNode() {
  const bin = fileURLToPath(new URL('node_modules/.bin', root));
  const path = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const { stdout } = spawnSync('node', ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path },
  });
  const { node } = read('package.json').engines;
  const version = (stdout ?? '').trim();
  if (isInRange(version, node)) return;
  stop(`Offprint needs Node ${node}; this is ${version || 'none'}, and npm brought no other one.
Install one, see https://nodejs.org/.`);
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

const [option] = process.argv.slice(2);
if (option !== undefined && option !== '--packages') {
  console.log(usage);
  process.exit(option === '--help' ? 0 : 2);
}
installPackages();
checkNode();
if (option !== '--packages') {
  installBrowsers();
  unpackServers();
}
