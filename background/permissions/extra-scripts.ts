import { readOptions } from '../../lib/options';
import { requiredHosts } from '../../sites/hosts';
import type { OwnScript } from '../../sites/scripts';

/** Tells the background when the page goes on; Firefox does that itself. See background/tab/tab-paper.ts. */
const tab = 'content-scripts/tab.js' as const;

/** What comes to open pages of a site beside the script that reads them. */
export const extraFiles: readonly (typeof tab)[] = import.meta.env.FIREFOX ? [] : [tab];

/** Marks links to saved papers, where the reader wants them. */
export const marksScript = {
  id: 'marks',
  js: ['content-scripts/marks.js'],
  css: ['content-scripts/marks.css'],
} as const;

/**
 * The scripts that run on granted sites beside those that read their pages, and those that the reader has turned on for every site.
 * @param granted Match patterns of the sites.
 */
export async function extraScripts(granted: readonly string[]): Promise<OwnScript[]> {
  const { linkMarks } = await readOptions();
  const telling: OwnScript = {
    ...{ id: 'tab', js: [...extraFiles], css: [], matches: [...granted] },
    runAt: 'document_idle',
  };
  const marking: OwnScript = {
    ...{ id: marksScript.id, js: [...marksScript.js], css: [...marksScript.css] },
    ...{ matches: [...requiredHosts, ...granted], runAt: 'document_idle' },
  };
  return [
    ...(granted.length && extraFiles.length ? [telling] : []),
    ...(linkMarks ? [marking] : []),
  ];
}
