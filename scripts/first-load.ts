import { type InlineConfig, mergeConfig, type Plugin } from 'vite';

/** The modules that a page loads at once. */
type FirstLoad = Set<string>;

/** Of a plugin's context, what tells which module loads which. */
interface Modules {
  getModuleIds(): IterableIterator<string>;
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
}

function visit(modules: Modules, id: string, found: FirstLoad): void {
  if (found.has(id)) return;
  found.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? [])
    visit(modules, imported, found);
}

/** What the script of a page loads itself, and does not leave to a part of the page: the page waits for that. */
function awaitedBy(modules: Modules, page: string): readonly string[] {
  const scripts = modules.getModuleInfo(page)?.importedIds ?? [];
  return scripts.flatMap((id) => modules.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
}

/**
 * Puts what the popup loads at once and other pages load too into one chunk, which compresses better
 * than the handful that a bundler makes of it, with what the library reads its first rows by; and what the library and others load beside that into a second one:
 * each file that a page waits for takes its time. What the popup loads later is left alone.
 * @param config Of the build of the extension's pages; changed in place.
 */
export function joinFirstLoad(config: InlineConfig): void {
  const popup: FirstLoad = new Set();
  const library: FirstLoad = new Set();
  /** What reads the first rows of the library, which waits for nothing else. */
  const early: FirstLoad = new Set();
  const awaited: FirstLoad = new Set();
  const finder: Plugin = {
    name: 'first-load',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        if (!id.endsWith('.html')) continue;
        const own = awaitedBy(this, id);
        for (const part of own) awaited.add(part);
        if (id.endsWith('/entrypoints/popup/index.html')) visit(this, id, popup);
        if (!id.endsWith('/entrypoints/library/index.html')) continue;
        visit(this, id, early);
        for (const part of [id, ...own]) visit(this, part, library);
      }
    },
  };
  const isEarly = (id: string) => popup.has(id) || early.has(id);
  const groups = [
    { name: 'shared', minShareCount: 2, priority: 2, test: (id: string) => isEarly(id) },
    { name: 'pages', minShareCount: 2, priority: 1, test: (id: string) => library.has(id) },
  ];
  const { build, plugins = [] } = mergeConfig(config, {
    plugins: [finder, headOrder(awaited)],
    build: { rollupOptions: { output: { codeSplitting: { groups } } } },
  });
  Object.assign(config, { build, plugins });
}

/**
 * What a page waits for is asked for at once, and first of all what its first paint waits for. Not by the
 * bundler's own preloading, which brings a helper of a kilobyte along.
 */
function headOrder(awaited: FirstLoad): Plugin {
  return {
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
        const isAwaited = (file: string) => {
          const found = bundle[file];
          return found?.type === 'chunk' && awaited.has(found.facadeModuleId ?? '');
        };
        const parts = chunk?.dynamicImports.filter(isAwaited) ?? [];
        parts.forEach(visit);
        const preloads = [...files]
          .filter((file) => file !== chunk?.fileName)
          .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`);
        const [styles = ''] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
        return (
          html
            .replace(styles, '')
            // A script that only loads the page needs neither the document nor its style sheet.
            .replace('<script type="module"', (tag) => (parts.length ? `${tag} async` : tag))
            .replace('<script', () => `${styles}\n    <script`)
            .replace('</head>', () => `  ${preloads.join('\n    ')}\n  </head>`)
        );
      },
    },
  };
}
