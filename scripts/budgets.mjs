import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Kilobytes (of 1000 bytes) that an entry may weigh gzipped, everything it loads at once included. */
const limits = {
  'content script': 16,
  'page bar': 21.4,
  popup: 25,
  'background at once': 9,
  background: 76,
};

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
    'page bar': contentScript('bar'),
    popup: [manifest.action?.default_popup].filter(Boolean),
    // Where it is in parts, see scripts/split-worker.ts.
    ...(worker ? { 'background at once': [worker] } : {}),
    background: worker ? [worker, 'background-later.js'] : scripts,
  };
}

let isWithin = true;
for (const output of ['.output/chrome-mv3', '.output/firefox-mv3']) {
  for (const [name, starts] of Object.entries(entries(output))) {
    const files = loaded(output, starts);
    const bytes = files.map((file) => gzipSync(readFileSync(join(output, file))).length);
    const total = bytes.reduce((sum, size) => sum + size, 0);
    const fits = files.length > 0 && total <= limits[name] * 1000;
    isWithin &&= fits;
    const verdict = files.length === 0 ? 'MISSING' : fits ? 'fits' : 'TOO LARGE';
    console.log(
      `${output} ${name}: ${(total / 1000).toFixed(1)} of ${limits[name]} kB, ${verdict} (${files.join(', ')})`,
    );
  }
}
process.exitCode = isWithin ? 0 : 1;
