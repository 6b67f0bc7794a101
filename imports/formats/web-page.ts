import { Parser } from 'htmlparser2';
import { linkedPaper } from '../parts/ids';
import { titleOfPage } from '../parts/titles';
import type { ImportFormat, Parsed, Steps } from '../types';
import { entryOfMention } from './text';

/** A page of the web that was saved, or that a site gave in place of the file: of its links those to papers are read. */
export const webPage: ImportFormat = {
  id: 'web-page',
  extensions: ['html', 'htm', 'xhtml'],
  recognises: ({ start }) =>
    /^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start),
  parse: parsePage,
};

/** How much is read at once, in characters. */
const piece = 32_768;

function* parsePage({ text }: { readonly text: string }): Steps {
  yield { kind: 'remark', remark: 'webPage' };
  const found: Parsed[] = [];
  let link: { href: string; title: string } | undefined;
  const parser = new Parser({
    onopentag: (name, { href = '' }) => {
      if (name === 'a') link = { href, title: '' };
    },
    ontext: (part) => {
      if (link && link.title.length < 1000) link.title += part;
    },
    onclosetag: (name) => {
      if (name !== 'a' || !link) return;
      const identity = linkedPaper(link.href);
      const title = titleOfPage(link.title, link.href);
      if (identity)
        found.push(...entryOfMention({ text: link.href, identity }, 1, title ? { title } : {}));
      link = undefined;
    },
  });
  for (let at = 0; at < text.length; at += piece) {
    parser.write(text.slice(at, at + piece));
    yield* found.splice(0);
    yield undefined;
  }
  parser.end();
  yield* found;
}
