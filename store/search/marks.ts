import type { PaperId } from '../../papers/paper';
import type { Query } from '../../papers/query/query';
import type { PaperRecord } from '../../papers/record';
import { ledIn } from '../../papers/search/lead';
import {
  lineIn,
  type Mark,
  type MarkedLine,
  marksIn,
  missingIn,
  wantedBy,
} from '../../papers/search/marks';
import { connection } from '../database/connection';
import { withDatabase } from '../database/with-database';

/** What to mark of a found paper. */
export interface PaperMarks {
  /** In the title as the record has it. */
  readonly title: readonly Mark[];
  /** The line that holds what neither title nor tags, authors and organisation hold. */
  readonly line?: MarkedLine & { readonly from: 'note' | 'abstract' | 'summary' };
}

type Wanted = ReturnType<typeof wantedBy>;
type Texts = readonly (readonly ['note' | 'abstract' | 'summary', string | undefined])[];

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
  const lacking = query.inTitle ? [] : records.map((record) => lackingIn(record, wanted));
  return withDatabase(async () => {
    const texts = await readTexts(records.filter((_, at) => lacking[at]?.length));
    return new Map(
      records.map(({ id, title = '' }, at) => {
        const line = lineOf(texts.get(id) ?? [], lacking[at] ?? []);
        const marks = { title: marksIn(title, wanted) };
        return [id, line ? { ...marks, line } : marks];
      }),
    );
  });
}

/** The words that a row does not show by itself. */
function lackingIn(record: PaperRecord, wanted: Wanted): Wanted {
  const { id, aliases = [], title = '', authors, tags, organization = '' } = record;
  const shown = [title, ...authors, ...tags, organization, id, ...aliases].join(' , ');
  return missingIn(shown, wanted);
}

/** Reads the long texts of some papers in one transaction. */
async function readTexts(records: readonly PaperRecord[]): Promise<Map<PaperId, Texts>> {
  if (records.length === 0) return new Map();
  const transaction = (await connection()).transaction(['details', 'notes']);
  const read = records.map(async ({ id, hasNote }): Promise<[PaperId, Texts]> => {
    const [details, note] = await Promise.all([
      transaction.objectStore('details').get(id),
      hasNote ? transaction.objectStore('notes').get(id) : undefined,
    ]);
    const texts = [
      ['note', note?.text],
      ['abstract', details?.abstract],
      ['summary', details?.aiSummary],
    ] as const;
    return [id, texts];
  });
  return new Map(await Promise.all(read));
}

function lineOf(texts: Texts, lacking: Wanted): PaperMarks['line'] {
  for (const [from, text = ''] of texts) {
    const line = lineIn(text, lacking);
    if (line) return { ...ledIn(line), from };
  }
  return undefined;
}
