import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const usage = `node scripts/bench.mjs [options]
  --json[=FILE]   also write the result as one JSON array, to FILE or to the standard output
  --papers=N,N    measure everything at these sizes of the list
  --growth        also measure at 100,000 papers what may grow with the list
  --only=A,B      measure only what has A or B in its title
  --runs=N        runs that a median is taken of, 9 unless told, at least 5
  --build=DIR     measure the extension built there instead of building it`;

/** `parseArgs` has no option whose value may be left out. */
const given = process.argv.slice(2).map((word) => (word === '--json' ? '--json=-' : word));
const text = { type: 'string' };
const { values } = parseArgs({
  args: given,
  options: {
    json: text,
    papers: text,
    growth: { type: 'boolean' },
    only: text,
    runs: text,
    build: text,
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const from = process.cwd();
process.chdir(fileURLToPath(new URL('../', import.meta.url)));
// The standard output is the JSON's alone where it goes there.
const say = values.json === '-' ? console.error : console.log;

function build(folder) {
  say('Building the extension …');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.mjs', '--out', folder],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The build failed.\n${stdout}\n${stderr}`);
  return join(folder, 'chrome-mv3');
}

async function measure(load, folder) {
  const builtDir = values.build ? resolve(from, values.build) : build(folder);
  const { runBench } = await load('/scripts/bench/run.ts');
  return runBench({
    builtDir,
    runs: Math.max(5, Number(values.runs ?? 9)),
    sizes: values.papers?.split(',').map(Number),
    growth: values.growth === true,
    only: values.only?.split(','),
    say: (sentence) => say(`  ${sentence}`),
  });
}

async function print(load, { rows, failures, browser }) {
  const { table } = await load('/scripts/bench/table.ts');
  say(`\n${browser}, headless, ${availableParallelism()} cores, Node ${process.versions.node}\n`);
  say(table(rows));
  const missed = rows.filter(({ met }) => !met);
  say(`\n${rows.length - missed.length} of ${rows.length} goals met.`);
  for (const { name, papers } of missed) say(`Missed: ${name} at ${papers} papers`);
  for (const failure of failures) say(`NOT MEASURED, or wrong while measuring: ${failure}`);
}

const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-build-'));
// Not `runnerImport`: that closes once it has imported, and fixtures import more while they run.
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const load = (path) => server.ssrLoadModule(path);
try {
  const result = await measure(load, folder);
  await print(load, result);
  const json = `${JSON.stringify(result.rows, null, 2)}\n`;
  if (values.json === '-') process.stdout.write(json);
  else if (values.json) writeFileSync(resolve(from, values.json), json);
  process.exitCode = result.failures.length > 0 ? 1 : 0;
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
