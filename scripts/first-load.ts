import { type InlineConfig, mergeConfig, type Plugin } from 'vite';

/**
 * Puts what the popup loads at once and other pages load too into one chunk, which compresses better
 * than the handful that a bundler makes of it. What the popup loads later is left alone.
 * @param config Of the build of the extension's pages; changed in place.
 */
export function joinFirstLoad(config: InlineConfig): void {
  const first = new Set<string>();
  const finder: Plugin = {
    name: 'first-load',
    buildEnd() {
      const visit = (id: string): void => {
        if (first.has(id)) return;
        first.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported);
      };
      for (const id of this.getModuleIds())
        if (id.endsWith('/entrypoints/popup/index.html')) visit(id);
    },
  };
  const group = { name: 'shared', minShareCount: 2, test: (id: string) => first.has(id) };
  const { build, plugins = [] } = mergeConfig(config, {
    plugins: [finder, headOrder],
    build: { rollupOptions: { output: { codeSplitting: { groups: [group] } } } },
  });
  Object.assign(config, { build, plugins });
}

/**
 * What a page waits for is asked for at once, and first of all what its first paint waits for. Not by the
 * bundler's own preloading, which brings a helper of a kilobyte along.
 */
const headOrder: Plugin = {
  name: 'head-order',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {}, chunk }) {
      const files = new Set<string>();
      const visit = (file: string): void => {
        const found = bundle[file];
        if (files.has(file) || found?.type !== 'chunk') return;
        files.add(file);
        found.imports.forEach(visit);
      };
      chunk?.imports.forEach(visit);
      const preloads = [...files].map(
        (file) => `<link rel="modulepreload" crossorigin href="/${file}">`,
      );
      const [styles = ''] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
      return html
        .replace(styles, '')
        .replace('<script', () => `${styles}\n    <script`)
        .replace('</head>', () => `  ${preloads.join('\n    ')}\n  </head>`);
    },
  },
};
