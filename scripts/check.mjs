import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'offprint-check-'));
const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path },
  });
  return status === 0;
}

/** A step that counts as one: passed when the command succeeds. */
function command(name, ...args) {
  return () => (run(name, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** A step that counts each of its tests, and a file that failed outside its tests as one more. */
function tests(name, ...args) {
  return () => {
    const report = join(reports, `${name}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const succeeded = run('vitest', ['run', ...args, ...reporters]);
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
    ).length;
    const failed = numFailedTests + broken;
    return { passed: numPassedTests, failed: succeeded ? failed : Math.max(failed, 1) };
  };
}

const steps = [
  { title: 'Types', check: command('tsc', '--noEmit') },
  { title: 'Lint and format', check: command('biome', 'check', '.') },
  { title: 'Unused code', check: command('knip') },
  { title: 'Unit tests', check: tests('unit') },
  { title: 'Build', check: command('node', 'scripts/build.mjs') },
  { title: 'Byte budgets', needs: 'Build', check: command('node', 'scripts/budgets.mjs') },
  {
    title: 'Add-on linter',
    needs: 'Build',
    check: command('addons-linter', '.output/firefox-mv3'),
  },
  {
    title: 'End to end',
    needs: 'Build',
    check: tests('e2e', '--config', 'vitest.e2e.config.ts'),
  },
];

const begun = Date.now();
const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);
const total = { passed: 0, failed: 0 };
const failing = new Set();

for (const { title, needs, check } of steps) {
  console.log(`\n== ${title} ==`);
  if (failing.has(needs)) {
    console.log(`Not run, because this step failed: ${needs}`);
    failing.add(title);
    continue;
  }
  const start = Date.now();
  const { passed, failed } = check();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failing.add(title);
  console.log(`${title}: ${failed > 0 ? 'FAILED' : 'passed'} in ${seconds(start)} s`);
}

rmSync(reports, { recursive: true, force: true });
console.log(`\n== Result ==`);
if (failing.size > 0) console.log(`Failed or not run: ${[...failing].join(', ')}`);
console.log(`Total time: ${seconds(begun)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
