import { moduleServer } from './modules.mjs';

if (process.argv.includes('--help')) {
  console.log(`npm run formats
Writes a made-up list in each format that papers leave in, and lets programs of others read it: biber, bibutils, xmllint,
rapper, unzip, 7zz and Python. Those that are not installed are named. On Debian and Ubuntu:
apt-get install --no-install-recommends biber bibutils libxml2-utils raptor2-utils unzip 7zip python3`);
  process.exit(0);
}
// What the formats bring in asks for an extension's own functions when it is loaded, and needs none of them.
globalThis.chrome = { runtime: { id: 'formats' } };
globalThis.browser = globalThis.chrome;
const server = await moduleServer();
try {
  const { checkFormats } = await server.ssrLoadModule('/scripts/formats/run.ts');
  process.exitCode = (await checkFormats(console.log)) ? 0 : 1;
} finally {
  await server.close();
}
