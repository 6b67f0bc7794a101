import { isOn } from '../../../papers/hosts';
import { doiIdentity, urlIdentity } from '../../../papers/identity';
import { isThing, listOf, type Thing, textIn } from '../json-ld';
import type { OwnReader } from '../reading';
import { pageOf, paperOf } from './paper';

const marker = 'xplGlobal.document.metadata=';

/** IEEE Xplore's pages of single papers. */
export const ieee: OwnReader = {
  name: 'ieee',
  reason:
    'Its pages say what they are of in a program of theirs alone, and its addresses a number.',
  matches: (url) => isOn(['ieeexplore.ieee.org'], url) && numberIn(url) !== undefined,
  read: (document, url) => {
    const said = saidIn(document);
    const number = numberIn(url);
    // A page that went on without a load has the words of the paper before.
    if (!said || textIn(said.articleNumber ?? said.articleId) !== number) return undefined;
    const id = doiIdentity(textIn(said.doi) ?? '')?.id;
    const authors = listOf(said.authors).flatMap((one) =>
      isThing(one) ? (textIn(one.name) ?? []) : [],
    );
    const paper = paperOf(
      {
        id: id ?? urlIdentity(new URL(`/document/${number}`, url)).id,
        title: textIn(said.title) ?? textIn(said.displayDocTitle),
        authors,
        date: textIn(said.publicationDate) ?? textIn(said.publicationYear),
        venue: textIn(said.publicationTitle),
        abstract: textIn(said.abstract),
      },
      url,
    );
    return pageOf(paper, document.querySelector<HTMLElement>('h1'));
  },
};

function numberIn({ pathname, searchParams }: URL): string | undefined {
  const found =
    /\/document\/(\d{3,10})(?:\/|$)/.exec(pathname)?.[1] ?? searchParams.get('arnumber');
  return found && /^\d{3,10}$/.test(found) ? String(Number(found)) : undefined;
}

function saidIn(document: Document): Thing | undefined {
  for (const script of [...document.scripts].slice(0, 100)) {
    const text = script.textContent ?? '';
    const at = text.indexOf(marker);
    if (at < 0 || text.length > 2_000_000) continue;
    const value = objectAt(text, at + marker.length);
    if (value) return value;
  }
  return undefined;
}

/** The JSON object that begins at a place of a text, whatever follows it. */
function objectAt(text: string, start: number): Thing | undefined {
  let depth = 0;
  for (const sign of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    depth += sign[0] === '{' ? 1 : sign[0] === '}' ? -1 : 0;
    if (depth > 0) continue;
    return parsed(text.slice(start, start + sign.index + 1));
  }
  return undefined;
}

function parsed(text: string): Thing | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isThing(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
