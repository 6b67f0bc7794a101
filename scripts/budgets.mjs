import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Kilobytes (of 1000 bytes) that what is loaded at once may weigh gzipped, all that it brings in included. */
const limits = {
  'content script': 16,
  'content script and page bar': 32,
  'content script of arXiv': 16,
  'content script of arXiv and page bar': 32,
  'content script of other sites': 29,
  // Of its own, and only where the reader has turned marks of links on.
  'marks of links': 8,
  popup: 25,
  // Bounded by the time that it takes to wake up, which the benchmark tells.
  'background at once': 10,
  background: 127,
};
/** The same of what is loaded when it is first wanted, by the beginning of its file's name; and of any other file. */
const lazyLimits = {
  'bar-menu': 5,
  'bar-reading': 8,
  'card-menu': 5,
  // Making zips, hashes and backups.
  browser: 13,
  citation: 135,
  contents: 12,
  deck: 14,
  'folder-work': 17,
  // YAML.
  'front-matter': 16,
  'export-window': 16,
  'formula-node': 70,
  'import-address': 7,
  import: 14,
  'lazy-parts': 17,
  // Reading what storages and other programs' files hold in XML.
  markup: 23,
  'markdown-node': 22,
  'marked.esm': 17,
  options: 28,
  // The library's own, and what it shares with other pages and with the popup's later part.
  page: 36,
  pages: 79,
  papaparse: 9,
  'purify.es': 12,
  // The parsers of other programs' files.
  'read-news': 7,
  read: 50,
  // Yjs, and what speaks with storages.
  run: 52,
  restoring: 14,
  // The readers of any page, injected when the reader asks for it.
  scan: 19,
  'rule-commands': 8,
  shared: 18,
  statistics: 30,
  'sync-page': 12,
  titles: 26,
  // Drawing figures, uPlot with it.
  words: 27,
};
const otherLimit = 7;
/** From which part of its limit on a file is warned of. */
const nearly = 0.9;

const references = {
  js: /(?:\bimport|\bfrom)\s*["']([^"']+)["']/g,
  css: /@import\s+(?:url\()?["']([^"']+)["']/g,
  html: /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g,
};

/** The files that loading the given ones brings in; lazy `import()` is not followed. */
function loaded(output, starts) {
  const files = new Set();
  const visit = (file) => {
    const path = join(output, file);
    if (files.has(file) || !existsSync(path)) return;
    files.add(file);
    const kind = references[file.split('.').pop()];
    for (const [, target] of kind ? readFileSync(path, 'utf8').matchAll(kind) : []) {
      visit(normalize(target.startsWith('/') ? target.slice(1) : join(dirname(file), target)));
    }
  };
  for (const start of starts) visit(start);
  return [...files];
}

function entries(output) {
  const manifest = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'));
  const { service_worker: worker, scripts = [] } = manifest.background ?? {};
  const contentScript = (name) =>
    (manifest.content_scripts ?? [])
      .flatMap(({ js = [], css = [] }) => [...js, ...css])
      .filter((file) => file.startsWith(`content-scripts/${name}.`));
  return {
    'content script': contentScript('digest'),
    'content script and page bar': [...contentScript('digest'), ...contentScript('bar')],
    'content script of arXiv': contentScript('arxiv'),
    'content script of arXiv and page bar': [...contentScript('arxiv'), ...contentScript('bar')],
    // Registered when a site is granted.
    'content script of other sites': [
      'content-scripts/anywhere.js',
      'content-scripts/anywhere.css',
    ],
    'marks of links': ['content-scripts/marks.js', 'content-scripts/marks.css'],
    popup: [manifest.action?.default_popup].filter(Boolean),
    // Where it is in parts, see scripts/split-worker.ts.
    ...(worker ? { 'background at once': [worker] } : {}),
    background: worker ? [worker, 'background-later.js'] : scripts,
  };
}

/** The scripts that are loaded when they are first wanted: chunks of pages, and parts of the page bar, and the look at a page. */
function lazyFiles(output, loadedAtOnce) {
  const chunks = readdirSync(join(output, 'chunks')).map((file) => `chunks/${file}`);
  const parts = readdirSync(output).filter((file) => /^(?:(?:bar|card)-.*|scan)\.js$/.test(file));
  return [...chunks, ...parts].filter((file) => file.endsWith('.js') && !loadedAtOnce.has(file));
}

function lazyLimitOf(file) {
  const name = file.split('/').pop();
  const [, limit = otherLimit] =
    Object.entries(lazyLimits).find(([start]) => new RegExp(`^${start}[-.]`).test(name)) ?? [];
  return limit;
}

let isWithin = true;

function tell(output, name, files, limit) {
  const bytes = files.map((file) => gzipSync(readFileSync(join(output, file))).length);
  const kilobytes = bytes.reduce((sum, size) => sum + size, 0) / 1000;
  const fits = files.length > 0 && kilobytes <= limit;
  isWithin &&= fits;
  const warned = kilobytes > nearly * limit ? 'fits, and is nearly full' : 'fits';
  const verdict = files.length === 0 ? 'MISSING' : fits ? warned : 'TOO LARGE';
  return `${output} ${name}: ${kilobytes.toFixed(1)} of ${limit} kB, ${verdict}`;
}

for (const output of ['.output/chrome-mv3', '.output/firefox-mv3']) {
  const atOnce = new Set();
  for (const [name, starts] of Object.entries(entries(output))) {
    const files = loaded(output, starts);
    for (const file of files) atOnce.add(file);
    console.log(`${tell(output, name, files, limits[name])} (${files.join(', ')})`);
  }
  for (const file of lazyFiles(output, atOnce))
    console.log(tell(output, `later, ${file}`, [file], lazyLimitOf(file)));
}
process.exitCode = isWithin ? 0 : 1;
