import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Bench, beside, type Measure, turns } from './measure';
import { summarize } from './result';

/** How many entries make a page of 1 MB, and every which of them is a known paper's. */
const [entries, known] = [1600, 4];
const address = 'https://bare.example/awesome';

/** A list as on GitHub, of 1 MB: a quarter of its links lead to papers. */
function page(): string {
  const words =
    'what it does, for whom, and why somebody thought it worth a line in this list; '.repeat(6);
  const link = (at: number) =>
    at % known
      ? `https://github.com/somebody/project-${at}`
      : `https://arxiv.org/abs/2403.${20_000 + at}`;
  const all = Array.from(
    { length: entries },
    (_, at) =>
      `<li><p><strong><a href="${link(at)}">Entry ${at} of a long list of things</a></strong> <a href="https://github.com/somebody/code-${at}">[code]</a> <em>${words}</em></p></li>`,
  );
  const html = `<!doctype html><html lang="en"><head><meta property="og:site_name" content="GitHub"><title>awesome</title></head><body><article><ul>${all.join('\n')}</ul></article></body></html>`;
  if (html.length < 1_000_000) throw new Error(`The page has ${html.length} characters only`);
  return html;
}

/** Looks at the page as the popup has it done, from the script's text to its answer. Runs in the page. */
function look(script: string): { readonly ms: number; readonly papers: number } {
  const start = performance.now();
  // biome-ignore lint/security/noGlobalEval: reading the script's text is part of what injecting it takes.
  const { papers } = globalThis.eval(script) as { papers: unknown[] };
  return { ms: performance.now() - start, papers: papers.length };
}

/** The least that finds the links of a page. Runs in the page. */
function walk(): number {
  const start = performance.now();
  let length = 0;
  for (const link of document.querySelectorAll('a'))
    length += link.getAttribute('href')?.length ?? 0;
  if (length === 0) throw new Error('No links');
  return Math.max(0.1, performance.now() - start);
}

async function opened({ site }: Bench, tab: Page): Promise<void> {
  site.page('bare.example', '/awesome', page());
  await tab.bringToFront();
  await tab.goto(address);
}

/** Scanning a page of 1 MB, against a walk over its links; both on a page that was just loaded. */
export const scanning: Measure = {
  title: 'scanning',
  sizes: [20_000],
  async run(bench) {
    const script = await readFile(join(bench.extensionDir, 'scan.js'), 'utf8');
    const tab = await bench.session.open('about:blank');
    const taken = await turns(bench.runs, {
      scan: async () => {
        await opened(bench, tab);
        const { ms, papers } = await tab.evaluate(look, script);
        if (papers !== entries / known) throw new Error(`It found ${papers} papers`);
        return ms;
      },
      walk: async () => {
        await opened(bench, tab);
        return tab.evaluate(walk);
      },
    });
    const samples = beside(taken.scan, taken.walk);
    return [summarize('scan of a page of 1 MB', bench.papers, samples, { plusMs: 40 })];
  },
};
