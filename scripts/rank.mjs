import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { moduleServer } from './modules.mjs';

const usage = `npm run rank -- FILE… [options]
  FILE         days of papers as JSON; see scripts/rank/days.ts
  --readers=N  how many seeded readers of each kind, 60 unless told
  --seed=N     the seed of the first of them, 1 unless told
  --only=A     only readers, or orders, that have A in their name`;

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { readers: text, seed: text, only: text, help: { type: 'boolean' } },
});
const files = positionals.map((file) => resolve(file));
const missing = files.filter((file) => !existsSync(file));
if (values.help || !files.length || missing.length) {
  console.log(missing.length ? `There is no ${missing.join(', ')}.\n\n${usage}` : usage);
  process.exit(values.help ? 0 : 1);
}
const server = await moduleServer();
try {
  const { rank } = await server.ssrLoadModule('/scripts/rank/run.ts');
  rank({
    files,
    readers: Number(values.readers ?? 60),
    seed: Number(values.seed ?? 1),
    only: values.only,
    say: console.log,
  });
} finally {
  await server.close();
}
