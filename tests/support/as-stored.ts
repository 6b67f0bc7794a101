import { outgoingPaper, wholePaper } from '../../exports/along';
import type { OutgoingPaper } from '../../exports/outgoing';
import { copyOfPaper, rowsOf } from '../../papers/merge';
import { fileOf, foundIn, ofKind } from './imports';

/** Papers of a file as they leave once they are stored. */
export async function leaving(name: string, content: string): Promise<readonly OutgoingPaper[]> {
  return ofKind(await foundIn(fileOf(name, content)), 'paper').map(({ paper, words, extra }) => {
    const copy = {
      ...copyOfPaper(paper, { source: 'file', at: 1 }),
      extra: Object.fromEntries(
        Object.entries(extra).map(([format, fields]) => [format, { at: 1, fields }]),
      ),
    };
    const { record, details } = rowsOf(copy, undefined, '');
    const { folders: _folders, ...said } = words;
    return { ...outgoingPaper({ record, details }, wholePaper), ...said };
  });
}
