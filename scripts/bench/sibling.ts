import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumWorker } from '../../tests/e2e/harness/chromium-worker';
import type { Session } from '../../tests/e2e/harness/session';

/** What a sibling does beside nothing at all. */
export interface SiblingParts {
  /** The script of its background. */
  readonly background?: string;
  /** The pages on which its content script runs, once the document is there. */
  readonly matches: string;
  readonly content?: string;
  readonly css?: string;
  /** What else its manifest says. */
  readonly manifest?: object;
}

/** A second extension in the same browser, which does the least that could be done. */
export interface Sibling {
  readonly origin: string;
  /** Puts its background to sleep. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

function filesOf({
  background = 'void 0;',
  matches,
  content = 'void 0;',
  css = '',
  manifest: more = {},
}: SiblingParts) {
  const manifest = {
    ...more,
    manifest_version: 3,
    name: 'Sibling',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [
      { matches: [matches], js: ['content.js'], css: ['content.css'], run_at: 'document_end' },
    ],
  };
  return {
    'manifest.json': JSON.stringify(manifest),
    'background.js': background,
    'content.js': content,
    'content.css': css,
    'page.html': '<!doctype html><title>Sibling</title>',
  };
}

/** Installs it; pages opened from now on have its content script. */
export async function installSibling({ browser }: Session, parts: SiblingParts): Promise<Sibling> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-sibling-'));
  for (const [name, text] of Object.entries(filesOf(parts)))
    await writeFile(join(folder, name), text);
  const id = await browser.installExtension(folder);
  const origin = `chrome-extension://${id}`;
  const page = await browser.newPage();
  await page.goto(`${origin}/page.html`);
  const worker = new ChromiumWorker(page, origin);
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
