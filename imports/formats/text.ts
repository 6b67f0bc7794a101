import { addressOf } from '../../papers/identity';
import { entryOf } from '../parts/entry';
import { linesOf } from '../parts/lines';
import { type Mention, mentionsIn, piecesOf } from '../parts/mentions';
import type { ImportFormat, Parsed, Steps } from '../types';

/** Any text with links or ids of papers in it: pasted, mailed, copied from a page. The last resort. */
export const text: ImportFormat = {
  id: 'text',
  extensions: ['txt', 'text', ''],
  recognises: () => true,
  parse: parseText,
};

/** XML of some other program names its vocabularies by addresses, which nobody has gathered. */
const xml = /^\s*<(?:\?xml\b|[\w-]+:[\w-]+\s)/;

function* parseText({ text }: { readonly text: string }): Steps {
  const isXml = xml.test(text.slice(0, 1000));
  for (const line of linesOf(text)) {
    for (const piece of piecesOf(line.text)) {
      for (const mention of mentionsIn(piece))
        if (mention.identity || !isXml) yield* entryOfMention(mention, line.number);
      if (piece.length < line.text.length) yield undefined;
    }
    if (line.number % 50 === 0) yield undefined;
  }
}

/** The entry of a link or an id that stands in a text. */
export function* entryOfMention(
  { text, identity, isCut }: Mention,
  line: number,
  more: { readonly title?: string; readonly folders?: readonly string[] } = {},
): Generator<Parsed, void> {
  if (isCut) {
    yield { kind: 'damaged', line, key: text, reason: 'idCut', detail: text };
    return;
  }
  const version = identity?.version === undefined ? '' : `v${identity.version}`;
  const isArxiv = identity?.id.startsWith('arxiv:');
  const { title, folders } = more;
  yield* entryOf({
    line,
    key: text,
    isLink: true,
    claims: {
      arxiv: [isArxiv ? `${identity?.id}${version}` : undefined],
      known: [identity?.id],
      addresses: [text, isArxiv && identity ? addressOf(identity.id) : undefined],
    },
    ...(title ? { title } : {}),
    ...(folders ? { folders } : {}),
  });
}
