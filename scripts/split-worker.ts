import { basename } from 'node:path';
import { type InlineConfig, mergeConfig, type Plugin, type Rolldown } from 'vite';

/** The module whose code, with all it needs, is a part of its own: what answers the messages of pages. */
const answers = '/background/messages/page-handlers.ts';
/** What an older database needs, once. */
const upgrade = /\/store\/database\/(?:migrations\/|upgrade\.ts)/;

/**
 * Builds the background of Chrome in parts, of which the worker evaluates at its start no more than what listens. A
 * service worker cannot `import()`; but what it has imported by `importScripts` while it was installed it may import
 * in the same way ever after, when it is needed: https://w3c.github.io/ServiceWorker/#importscripts. Each part is a
 * CommonJS module that is handed in by its name; the parts that the first one begins with are one file with it.
 * @param config Of the build of the background; changed in place.
 */
export function splitWorker(config: InlineConfig): void {
  const core = new Set<string>();
  const answering = new Set<string>();
  const finder: Plugin = {
    name: 'worker-parts',
    buildEnd() {
      const visit = (id: string, into: Set<string>): void => {
        if (core.has(id) || into.has(id)) return;
        into.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported, into);
      };
      for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) visit(id, core);
      for (const id of this.getModuleIds()) if (id.endsWith(answers)) visit(id, answering);
    },
  };
  const groups = [
    { name: 'worker-core', test: (id: string) => core.has(id), priority: 4 },
    { name: 'worker-answers', test: (id: string) => answering.has(id), priority: 3 },
    { name: 'worker-upgrade', test: (id: string) => upgrade.test(id), priority: 2 },
    { name: 'worker-rest', test: () => true, priority: 1 },
  ];
  const { build, plugins = [] } = mergeConfig(config, {
    plugins: [finder, handIn],
    build: {
      rollupOptions: { output: { codeSplitting: { groups }, chunkFileNames: '[name].js' } },
    },
  });
  if (build?.lib) build.lib.formats = ['cjs'];
  Object.assign(config, { build, plugins });
}

/** Makes of each module a part that is handed in, and puts what the first one begins with into its file. */
const handIn: Plugin = {
  name: 'worker-hand-in',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const first = chunks.find(({ isEntry }) => isEntry);
      if (!first) throw new Error('The background has no entry');
      const needed = new Set<string>();
      const need = ({ imports }: Rolldown.OutputChunk): void => {
        for (const chunk of chunks.filter(({ fileName }) => imports.includes(fileName))) {
          if (needed.has(chunk.fileName)) continue;
          needed.add(chunk.fileName);
          need(chunk);
        }
      };
      need(first);
      const atOnce = chunks.filter(({ fileName }) => needed.has(fileName));
      const later = chunks.filter((chunk) => chunk !== first && !atOnce.includes(chunk));
      const names = later.map(({ fileName }) => fileName);
      first.code = [loader(names), ...[...atOnce, first].map(handedIn), `load(${nameOf(first)});})();`].join(
        '\n',
      );
      for (const chunk of later) chunk.code = handedIn(chunk);
      for (const { fileName } of atOnce) delete bundle[fileName];
    },
  },
};

function nameOf({ fileName }: Rolldown.OutputChunk): string {
  return JSON.stringify(basename(fileName));
}

function handedIn(chunk: Rolldown.OutputChunk): string {
  return `self.offprintParts[${nameOf(chunk)}]=function(require,exports,module){${chunk.code}\n};`;
}

/** Opens the function that the first part is in: gives the others when they are asked for, and has the browser keep them. */
function loader(names: readonly string[]): string {
  return `(function(){
const parts=self.offprintParts={},modules={};
function load(path){
const name=path.split('/').pop();
if(modules[name])return modules[name].exports;
if(!parts[name])importScripts('/'+name);
const module=modules[name]={exports:{}};
parts[name](load,module.exports,module);
return module.exports;
}
self.addEventListener('install',function(){importScripts(...${JSON.stringify(names)}.map(function(name){return '/'+name}));});`;
}
