import type { PaperId } from '../../papers/paper';
import type { Query } from '../../papers/query/query';
import type { PaperRecord } from '../../papers/record';
import {
  lineIn,
  type Mark,
  type MarkedLine,
  marksIn,
  missingIn,
  wantedBy,
} from '../../papers/search/marks';
import { connection } from '../connection';
import { storeError } from '../errors';

/** What to mark of a found paper. */
export interface PaperMarks {
  /** In the title as the record has it. */
  readonly title: readonly Mark[];
  /** The line that holds what neither title nor tags, authors and organisation hold. */
  readonly line?: MarkedLine & { readonly from: 'note' | 'abstract' | 'summary' };
}

/**
 * Marks what a search found in the papers that a list shows. Only of those with a word that the
 * row itself does not show are note and abstract read.
 * @throws StoreError
 */
export async function readMarks(
  query: Query,
  records: readonly PaperRecord[],
): Promise<Map<PaperId, PaperMarks>> {
  const wanted = wantedBy(query);
  const marked = records.map(async (record): Promise<[PaperId, PaperMarks]> => {
    const title = marksIn(record.title ?? '', wanted);
    const line = query.inTitle ? undefined : await readLine(record, wanted);
    return [record.id, line ? { title, line } : { title }];
  });
  try {
    return new Map(await Promise.all(marked));
  } catch (cause) {
    throw storeError(cause);
  }
}

async function readLine(
  record: PaperRecord,
  wanted: ReturnType<typeof wantedBy>,
): Promise<PaperMarks['line']> {
  const { id, aliases = [], title = '', authors, tags, organization = '' } = record;
  const shown = [title, ...authors, ...tags, organization, id, ...aliases].join(' , ');
  const missing = missingIn(shown, wanted);
  if (missing.length === 0) return undefined;
  const transaction = (await connection()).transaction(['details', 'notes']);
  const [details, note] = await Promise.all([
    transaction.objectStore('details').get(id),
    transaction.objectStore('notes').get(id),
  ]);
  const texts = [
    ['note', note?.text],
    ['abstract', details?.abstract],
    ['summary', details?.aiSummary],
  ] as const;
  for (const [from, text = ''] of texts) {
    const line = lineIn(text, missing);
    if (line) return { ...line, from };
  }
  return undefined;
}
