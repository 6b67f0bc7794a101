import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { moduleServer } from './modules.mjs';

const usage = `node scripts/bench.mjs [options]
  --json[=FILE]   also write the result as one JSON array, to FILE or to the standard output
  --against=FILE  compare with a result that was written before, and mark what became worse
  --papers=N,N    measure everything at these sizes of the list
  --growth        also measure at 100,000 papers what may grow with the list
  --parts         measure instead what the lines furthest from their limits are made of
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
    against: text,
    papers: text,
    growth: { type: 'boolean' },
    parts: { type: 'boolean' },
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

const cores = availableParallelism();
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
    parts: values.parts === true,
    only: values.only?.split(','),
    say: (sentence) => say(`  ${sentence}`),
  });
}

/** What was written before; read before anything is measured, since it may be written anew in the end. */
function readBefore() {
  if (!values.against) return undefined;
  const file = resolve(from, values.against);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  say(`There is no ${values.against} to compare with.`);
  return undefined;
}

async function print(load, { rows, failures, browser }, before) {
  const { table } = await load('/scripts/bench/table.ts');
  const { compare, missing } = await load('/scripts/bench/compare.ts');
  const compared = before && compare(rows, before);
  say(`\n${browser}, headless, ${cores} cores, Node ${process.versions.node}\n`);
  say(table(rows, compared));
  const missed = rows.filter(({ met }) => !met);
  say(`\n${rows.length - missed.length} of ${rows.length} goals met.`);
  for (const { name, papers } of missed) say(`Missed: ${name} at ${papers} papers`);
  for (const { name, papers, before: was, now, verdict } of compared ?? [])
    if (verdict === 'worse')
      say(`Worse: ${name} at ${papers} papers, ratio ${was} before and ${now} now`);
  const isWhole = !values.only && !values.papers;
  for (const { name, papers } of before && isWhole ? missing(rows, before) : [])
    say(`Not in this run: ${name} at ${papers} papers`);
  for (const failure of failures) say(`NOT MEASURED, or wrong while measuring: ${failure}`);
}

/** The rows, each with where and when it was measured, formatted as the repository's files are. */
function written({ rows, browser }) {
  const date = new Date().toISOString().slice(0, 10);
  const all = rows.map((row) => ({ ...row, date, browser, cores }));
  const json = JSON.stringify(all, null, 2);
  return `${json.replace(/\[\s+([\d.]+),\s+([\d.]+)\s+\]/g, '[$1, $2]')}\n`;
}

const before = readBefore();
const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-build-'));
const server = await moduleServer();
const load = (path) => server.ssrLoadModule(path);
try {
  const start = performance.now();
  const result = await measure(load, folder);
  await print(load, result, before);
  say(`\n${((performance.now() - start) / 60_000).toFixed(1)} minutes.`);
  const json = written(result);
  if (values.json === '-') process.stdout.write(json);
  else if (values.json) writeFileSync(resolve(from, values.json), json);
  process.exitCode = result.failures.length > 0 ? 1 : 0;
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
