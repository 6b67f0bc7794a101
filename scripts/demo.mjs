import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { moduleServer } from './modules.mjs';

process.chdir(fileURLToPath(new URL('../', import.meta.url)));

const { values } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' } },
});
if (values.browser !== 'chromium' && values.browser !== 'firefox') {
  console.error('--browser is chromium or firefox');
  process.exit(2);
}

/** The real site, if it answers within five seconds. */
async function isLive() {
  try {
    const signal = AbortSignal.timeout(5000);
    const answer = await fetch('https://huggingface.co/papers', { method: 'HEAD', signal });
    return answer.ok;
  } catch {
    return false;
  }
}

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

console.log('Building the extension …');
const build = spawnSync(process.execPath, ['scripts/build.mjs'], { encoding: 'utf8' });
if (build.status !== 0) {
  console.error(`${build.stdout}\n${build.stderr}\nThe build failed.`);
  process.exit(1);
}

const live = await isLive();
console.log(
  live
    ? 'huggingface.co answers: this uses the live site.'
    : 'huggingface.co does not answer: this uses a stand-in digest, at the same address.',
);

/** The scenario is TypeScript, which the oldest Node we run on does not load. */
const server = await moduleServer();
/** Headless, the whole takes half a minute; whatever hangs must not hang for ever. */
const deadline = setTimeout(() => {
  console.error('\nThe demo failed: it was not done after five minutes.');
  process.exit(1);
}, 300_000);
if (hasDisplay) clearTimeout(deadline);
try {
  const { drive, show } = await server.ssrLoadModule('/scripts/demo/scenario.ts');
  await (hasDisplay ? show : drive)({ browser: values.browser, live });
} catch (error) {
  console.error(`\nThe demo failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  clearTimeout(deadline);
  await server.close();
}
