import { build } from 'vite';

const bundled = new Map<string, Promise<string>>();

/**
 * Bundles a module and all it imports into one script that a page can evaluate, once in a process.
 * @param entry Path from the repository's root.
 */
export function bundle(entry: string): Promise<string> {
  const known = bundled.get(entry) ?? make(entry);
  bundled.set(entry, known);
  return known;
}

async function make(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'bundled', fileName: 'bundled' },
    },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} was bundled into nothing`);
  return chunk.code;
}
