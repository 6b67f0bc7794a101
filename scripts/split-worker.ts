import { basename } from 'node:path';
import { type InlineConfig, mergeConfig, type Plugin, type Rolldown } from 'vite';

/** What answers the messages of pages is, with all it needs, a part of its own, and gives the file of all later ones its name. */
const answers = { name: 'background-later', module: '/background/messages/page-handlers.ts' };
/** What an older database needs, once. */
const upgrade = /\/store\/database\/(?:migrations\/|upgrade\.ts)/;

/**
 * Builds the background of Chrome in parts, of which the worker evaluates at its start no more than what listens. A
 * service worker cannot `import()`; but what it has imported by `importScripts` while it was installed it may import
 * in the same way ever after, when it is needed: https://w3c.github.io/ServiceWorker/#importscripts. Each part is a
 * CommonJS module that is handed in by its name. The parts that the first one begins with are one file with it, and
 * the others are one as well, since the browser hands each file to a worker that starts, at a cost of its own.
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
      for (const id of this.getModuleIds()) if (id.endsWith(answers.module)) visit(id, answering);
    },
  };
  const groups = [
    { name: 'worker-core', test: (id: string) => core.has(id), priority: 4 },
    { name: answers.name, test: (id: string) => answering.has(id), priority: 3 },
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
      const rest = later.find(({ name }) => name === answers.name);
      if (!rest) throw new Error('The background has no part that answers');
      first.code = [
        loader(rest.fileName),
        ...[...atOnce, first].map((chunk) => handedIn(chunk, true)),
        `load(${nameOf(first)});})();`,
      ].join('\n');
      rest.code = later.map((chunk) => handedIn(chunk, chunk === rest)).join('\n');
      for (const chunk of [...atOnce, ...later]) if (chunk !== rest) delete bundle[chunk.fileName];
    },
  },
};

function nameOf({ fileName }: Rolldown.OutputChunk): string {
  return JSON.stringify(basename(fileName));
}

/**
 * A chunk as a part. One that is run as soon as its file stands in parentheses, which has the browser compile it at once
 * instead of looking through it twice; https://v8.dev/blog/preparser#pife.
 */
function handedIn(chunk: Rolldown.OutputChunk, isRunAtOnce: boolean): string {
  const part = `function(require,exports,module){${chunk.code}\n}`;
  return `self.offprintParts[${nameOf(chunk)}]=${isRunAtOnce ? `(${part})` : part};`;
}

/** Opens the function that the first parts are in: gives the others when they are asked for, and has the browser keep their file. */
function loader(rest: string): string {
  return `(function(){
const parts=self.offprintParts={},modules={};
function load(path){
const name=path.split('/').pop();
if(modules[name])return modules[name].exports;
if(!parts[name])importScripts('/${rest}');
const module=modules[name]={exports:{}};
parts[name](load,module.exports,module);
return module.exports;
}
self.addEventListener('install',function(){importScripts('/${rest}')});`;
}
