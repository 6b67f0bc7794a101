import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumWorker } from '../../tests/e2e/harness/chromium';
import type { Session } from '../../tests/e2e/harness/session';

/** A second extension whose background answers and does nothing else. */
export interface Echo {
  readonly origin: string;
  /** Puts its background to sleep. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

const files = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Echo',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [
      { matches: ['https://huggingface.co/papers*'], js: ['content.js'], run_at: 'document_end' },
    ],
  }),
  'background.js': `chrome.runtime.onMessage.addListener((message, sender, answer) => {
    answer({ value: message });
  });`,
  'content.js': 'void 0;',
  'page.html': '<!doctype html><title>Echo</title>',
};

/** Nobody watches this worker for errors. */
const nobody = { letGo: () => Promise.resolve(), goOn: () => {} };

/** Installs it; pages opened from now on have its content script. */
export async function installEcho({ browser }: Session): Promise<Echo> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-echo-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const id = await browser.installExtension(folder);
  const origin = `chrome-extension://${id}`;
  const page = await browser.newPage();
  await page.goto(`${origin}/page.html`);
  const worker = new ChromiumWorker(page, origin, nobody);
  return {
    origin,
    stop: () => worker.stop(),
    async remove() {
      await page.close();
      await browser.uninstallExtension(id);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
