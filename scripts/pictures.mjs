import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { moduleServer } from './modules.mjs';

const usage = `node scripts/pictures.mjs [FOLDER] [options]
  FOLDER        where the pictures go, pictures/ unless told
  --readme      take the README's pictures alone, into docs/pictures/
  --only=A,B    take only pictures of what has A or B in its name
  --build=DIR   the extension built there for Chromium, instead of building it`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    readme: { type: 'boolean' },
    only: { type: 'string' },
    build: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const from = process.cwd();
process.chdir(fileURLToPath(new URL('../', import.meta.url)));
const given = positionals[0] && resolve(from, positionals[0]);
const folder = given ?? resolve(values.readme ? 'docs/pictures' : 'pictures');

function build(out) {
  console.log('Building the extension …');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/build.mjs', '--out', out],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The build failed.\n${stdout}\n${stderr}`);
  return join(out, 'chrome-mv3');
}

const built = mkdtempSync(join(tmpdir(), 'offprint-pictures-build-'));
/** The views are TypeScript, and share the tests' way of driving a browser. */
const server = await moduleServer();
try {
  const extensionDir = values.build ? resolve(from, values.build) : build(built);
  const { takePictures } = await server.ssrLoadModule('/scripts/pictures/take.ts');
  const count = await takePictures({
    extensionDir,
    folder,
    isForReadme: values.readme === true,
    only: values.only?.split(','),
    say: (sentence) => console.log(`• ${sentence}`),
  });
  console.log(`${count} pictures are in ${folder}.`);
} finally {
  await server.close();
  rmSync(built, { recursive: true, force: true });
}
