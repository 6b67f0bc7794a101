import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, resolve } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'offprint-check-'));
const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};

/** Runs a command; what it says comes with the result. */
function run(command, args, { env = {} } = {}) {
  const { promise, resolve: done } = Promise.withResolvers();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...color, ...env, PATH: path },
  });
  const said = [];
  child.stdout.on('data', (part) => said.push(part));
  child.stderr.on('data', (part) => said.push(part));
  child.on('error', (error) => said.push(Buffer.from(`${error}\n`)));
  child.on('close', (status) => done({ ok: status === 0, output: Buffer.concat(said).toString() }));
  return promise;
}

/** A step that counts as one: passed when the command succeeds. */
function command(name, ...args) {
  return async () => {
    const { ok, output } = await run(name, args);
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
  };
}

/** How much is told of why a test had to be asked once more. */
const reasonLines = 12;

/** A step that counts each of its tests, and a file that failed outside its tests as one more. */
function tests(name, args = [], options = {}) {
  return async () => {
    const report = join(reports, `${name}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { ok, output } = await run('vitest', ['run', ...args, ...reporters], options);
    if (!existsSync(report)) return { passed: 0, failed: 1, output };
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
    ).length;
    const failed = numFailedTests + broken;
    const slow = testResults.flatMap(({ name: file, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        seconds: (duration ?? 0) / 1000,
        name: `${relative('.', file)} > ${fullName}`,
      })),
    );
    const again = testResults.flatMap(({ name: file, assertionResults }) =>
      assertionResults
        .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
        .map(({ fullName, failureMessages: [first] }) => ({
          name: `${relative('.', file)} > ${fullName}`,
          // What was expected comes after the first line, and what was there after that.
          reason: first.split('\n').filter(Boolean).slice(0, reasonLines).join('\n    '),
        })),
    );
    return {
      passed: numPassedTests,
      failed: ok ? failed : Math.max(failed, 1),
      slow,
      again,
      output,
    };
  };
}

/**
 * Every end-to-end test of one browser, with what the step before has built. A browser that a busy machine starved is
 * asked once more; what passes only then is listed at the end, since it is a fault all the same.
 */
function endToEnd(browser, { name = browser, args = [] } = {}) {
  const env = { OFFPRINT_BUILDS: resolve('.output'), OFFPRINT_BROWSER: browser };
  return tests(name, ['--config', 'vitest.e2e.config.ts', '--retry=1', ...args], { env });
}

/** They stand by themselves in Chromium, so that both rows end at about the same time. */
const looks = 'tests/e2e/looks.e2e.ts';

/** The clock of the unit tests: a Sunday that is Saturday or Monday elsewhere. End to end, the clock is the machine's. */
const sunday = { OFFPRINT_NOW: '2027-01-02T11:00:00Z', TZ: 'Pacific/Kiritimati' };

const steps = {
  types: { title: 'Types', check: command('npm', 'run', '--silent', 'types') },
  lint: { title: 'Lint and format', check: command('biome', 'check', '.') },
  unused: { title: 'Unused code', check: command('knip') },
  unit: {
    title: 'Unit tests, on a Sunday in Kiritimati',
    // As end to end: what passes only then is listed.
    check: tests('unit', ['--retry=1'], { env: sunday }),
  },
  build: { title: 'Build', check: command('node', 'scripts/build.mjs') },
  budgets: { title: 'Byte budgets', needs: 'build', check: command('node', 'scripts/budgets.mjs') },
  addon: {
    title: 'Add-on linter',
    needs: 'build',
    check: command('addons-linter', '.output/firefox-mv3'),
  },
  chromium: {
    title: 'End to end in Chromium',
    needs: 'build',
    check: endToEnd('chromium', { args: ['--exclude', looks] }),
  },
  looks: {
    title: 'Looks in Chromium',
    needs: 'build',
    check: endToEnd('chromium', { name: 'looks', args: [looks] }),
  },
  firefox: { title: 'End to end in Firefox', needs: 'build', check: endToEnd('firefox') },
};

/** Rows run side by side, the steps of a row one after the other: two cores, and both busy until the end. */
const rows = [
  ['unit', 'chromium'],
  ['build', 'types', 'lint', 'unused', 'budgets', 'addon', 'firefox', 'looks'],
];

const begun = performance.now();
const secondsSince = (start) => (performance.now() - start) / 1000;
const told = (seconds) => `${seconds.toFixed(1).padStart(7)} s`;
const total = { passed: 0, failed: 0 };
const failing = new Set();
const times = [];
const slow = [];
const again = [];

async function take(key) {
  const { title, needs, check } = steps[key];
  const heading = `\n== ${title} ==`;
  if (failing.has(needs)) {
    console.log(`${heading}\nNot run, because this step failed: ${steps[needs].title}`);
    failing.add(key);
    return;
  }
  const start = performance.now();
  const result = await check();
  const seconds = secondsSince(start);
  times.push({ title, seconds });
  slow.push(...(result.slow ?? []));
  again.push(...(result.again ?? []));
  total.passed += result.passed;
  total.failed += result.failed;
  if (result.failed > 0) failing.add(key);
  console.log(`${heading}\n${result.output.trim()}`);
  console.log(`${title}: ${result.failed > 0 ? 'FAILED' : 'passed'} in ${seconds.toFixed(1)} s`);
}

await Promise.all(
  rows.map(async (row) => {
    for (const key of row) await take(key);
  }),
);
rmSync(reports, { recursive: true, force: true });

console.log('\n== How long each step took ==');
for (const { title, seconds } of times) console.log(`${told(seconds)}  ${title}`);
console.log(`${told(secondsSince(begun))}  in all`);
console.log('\n== The ten slowest tests ==');
for (const { seconds, name } of slow.sort((one, other) => other.seconds - one.seconds).slice(0, 10))
  console.log(`${told(seconds)}  ${name}`);
if (again.length > 0) console.log('\n== Passed only when asked once more ==');
for (const { name, reason } of again) console.log(`${name}\n    ${reason}`);
console.log('\n== Result ==');
if (failing.size > 0)
  console.log(`Failed or not run: ${[...failing].map((key) => steps[key].title).join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
