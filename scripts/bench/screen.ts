import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Bench } from './measure';

/** A screen as a page of the extension drew it: all that another page needs to draw the same from memory. */
export interface Screen {
  /** The attributes of `html`, as markup. */
  readonly attributes: string;
  /** Links to style sheets, and the sheets that have none. */
  readonly styles: string;
  readonly body: string;
}

/** Takes what is on a page of the extension. Runs in the page. */
function take(body?: string): Screen {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const { attributes } = document.documentElement;
  const links = [...document.querySelectorAll('link[rel=stylesheet], style')];
  const adopted = document.adoptedStyleSheets.map(
    ({ cssRules }) => `<style>${Array.from(cssRules, (rule) => rule.cssText).join('\n')}</style>`,
  );
  return {
    attributes: Array.from(attributes, ({ name, value }) => `${name}="${escaped(value)}"`).join(
      ' ',
    ),
    styles: [...links.map((link) => link.outerHTML), ...adopted].join('\n'),
    body: body ?? document.body.innerHTML,
  };
}

/** The screen as it is. @param body What is taken for its body, where that was noted before. */
export function takeScreen(page: Page, body?: string): Promise<Screen> {
  return page.evaluate(take, body);
}

/**
 * Writes into the extension a page that draws a screen from memory, and loads nothing but its style sheets.
 * @returns Its path.
 */
export async function writeScreen(
  { extensionDir }: Pick<Bench, 'extensionDir'>,
  name: string,
  { attributes, styles, body }: Screen,
): Promise<string> {
  const script = `document.body.innerHTML = ${JSON.stringify(body)};`;
  const page = `<!doctype html>
<html ${attributes}>
  <head>
    <meta charset="utf-8" />
    <title>Bare</title>
    ${styles}
    <script type="module" src="/bare-${name}.js"></script>
  </head>
  <body></body>
</html>`;
  await writeFile(join(extensionDir, `bare-${name}.js`), script);
  await writeFile(join(extensionDir, `bare-${name}.html`), page);
  return `bare-${name}.html`;
}

/** Opens a page that shows a screen and has no script at work; what measures it brings its own. */
export async function openScreen(bench: Bench, name: string, screen: Screen): Promise<Page> {
  return bench.session.openExtensionPage(await writeScreen(bench, name, screen));
}
