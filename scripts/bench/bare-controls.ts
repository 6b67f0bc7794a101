import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiblingParts } from './sibling';

/** What the controls of a page are made of, those of a paper that is new. */
interface Controls {
  /** Of a control's host, other than its place. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly shadow: string;
  /** Style sheets that the shadow root has adopted. */
  readonly sheets: readonly string[];
  /** What stands on a card itself. */
  readonly mark: string;
  /** The shadow of the layer that the controls stand in. */
  readonly layer: string;
}

interface Opener {
  readonly chrome: {
    readonly dom: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  };
}

/** Takes apart the controls of a page. Runs in the content script's world, which may look into closed shadows. */
export function takeControls(): Controls {
  const { dom } = (globalThis as unknown as Opener).chrome;
  const host = document.querySelector('offprint-card');
  const root = host && dom.openOrClosedShadowRoot(host);
  if (!host || !root) throw new Error('No controls');
  const layer = host.parentElement && dom.openOrClosedShadowRoot(host.parentElement);
  return {
    attributes: Array.from(host.attributes, ({ name, value }) => [name, value] as const).filter(
      ([name]) => name !== 'style',
    ),
    shadow: root.innerHTML,
    sheets: root.adoptedStyleSheets.map(({ cssRules }) =>
      Array.from(cssRules, (rule) => rule.cssText).join('\n'),
    ),
    mark: document.querySelector('[data-offprint]')?.getAttribute('data-offprint') ?? '',
    layer: layer?.innerHTML ?? '<slot></slot>',
  };
}

/** Puts a control on each card of the page, at once and knowing nothing. Runs as a content script. */
function putIn({ attributes, shadow, sheets, mark, layer }: Controls): void {
  const template = document.createElement('template');
  template.innerHTML = shadow;
  const adopted = sheets.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const bare = document.createElement('offprint-card');
  for (const [name, value] of attributes) bare.setAttribute(name, value);
  const all = document.createElement('offprint-layer');
  all.attachShadow({ mode: 'open' }).innerHTML = layer;
  document.querySelectorAll<HTMLElement>('main article').forEach((card, at) => {
    card.setAttribute('data-offprint', mark);
    card.style.setProperty('anchor-name', `--bare-${at}`);
    const host = bare.cloneNode() as HTMLElement;
    host.style.setProperty('position-anchor', `--bare-${at}`);
    const root = host.attachShadow({ mode: 'open' });
    root.append(template.content.cloneNode(true));
    if (adopted.length > 0) root.adoptedStyleSheets = adopted;
    all.append(host);
  });
  document.body.append(all);
}

interface Manifest {
  readonly content_scripts: readonly { readonly css?: readonly string[] }[];
}

/**
 * A content script that puts in the same controls as the extension, with its style sheets for pages.
 * @param extensionDir Where the extension lies.
 */
export async function bareControls(
  controls: Controls,
  extensionDir: string,
): Promise<Pick<SiblingParts, 'content' | 'css'>> {
  const manifest = await readFile(join(extensionDir, 'manifest.json'), 'utf8');
  const { content_scripts: scripts } = JSON.parse(manifest) as Manifest;
  const paths = scripts.flatMap(({ css = [] }) => css);
  const sheets = await Promise.all(paths.map((path) => readFile(join(extensionDir, path), 'utf8')));
  return { content: `(${putIn})(${JSON.stringify(controls)});`, css: sheets.join('\n') };
}
