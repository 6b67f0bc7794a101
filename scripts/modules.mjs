import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/**
 * A server of modules for scripts whose work is in TypeScript; to be closed when it is done. Not `runnerImport`: that closes
 * once it has imported, and fixtures import more while they run.
 */
export function moduleServer() {
  return createServer({
    root: fileURLToPath(new URL('../', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
}
