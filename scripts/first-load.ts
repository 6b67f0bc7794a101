import { type InlineConfig, mergeConfig, type Plugin } from 'vite';

/**
 * Puts what the popup loads at once and other pages load too into one chunk, which compresses better
 * than the handful that a bundler makes of it. What the popup loads later is left alone.
 * Styles come first in the pages.
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
  const order: Plugin = {
    name: 'styles-first',
    enforce: 'post',
    // What the first paint waits for is asked for before the scripts are.
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const [styles] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
        if (!styles) return html;
        return html.replace(styles, '').replace('<script', () => `${styles}\n    <script`);
      },
    },
  };
  const group = { name: 'shared', minShareCount: 2, test: (id: string) => first.has(id) };
  const { build, plugins = [] } = mergeConfig(config, {
    plugins: [finder, order],
    build: { rollupOptions: { output: { codeSplitting: { groups: [group] } } } },
  });
  Object.assign(config, { build, plugins });
}
