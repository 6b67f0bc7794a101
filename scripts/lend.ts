import type { Plugin } from 'vite';

/**
 * Has another file stand for some modules wherever a build would take them in: one that borrows them from a script
 * which has them already.
 * @param modules Their paths.
 */
export function lend(modules: readonly string[], standIn: string): Plugin {
  return {
    name: 'offprint:lend',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved && modules.includes(resolved.id) ? standIn : resolved;
    },
  };
}
