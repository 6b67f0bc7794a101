import { siteHosts } from './hosts';
import { matchesOf } from './matches';

/** A content script as `scripting.registerContentScripts` takes it. */
export interface OwnScript {
  readonly id: string;
  readonly js: string[];
  readonly css: string[];
  readonly matches: string[];
  readonly runAt: 'document_start' | 'document_idle';
}

/**
 * The content scripts that sites with readers of their own need on those of their hosts that the manifest does not name.
 * Each carries the readers of one site; where there are digests the page bar follows, as in the manifest.
 * @param granted Origins that the reader has granted.
 */
export function ownScripts(granted: readonly string[]): OwnScript[] {
  const files = (name: string) => ({
    js: [`content-scripts/${name}.js`],
    css: [`content-scripts/${name}.css`],
  });
  return siteHosts.flatMap(({ name, script, optional, paths, digestPaths }) => {
    const origins = optional.filter((origin) => granted.includes(origin));
    const matches = matchesOf(origins, paths);
    const digests = matchesOf(origins, digestPaths);
    const reading: OwnScript = {
      ...{ id: `site-${name}`, ...files(script), matches },
      runAt: 'document_start',
    };
    const bar: OwnScript = {
      ...{ id: `bar-${name}`, ...files('bar'), matches: digests },
      runAt: 'document_idle',
    };
    return [reading, bar].filter((one) => one.matches.length > 0);
  });
}
