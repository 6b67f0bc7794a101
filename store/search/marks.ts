import { authorNames } from '../../papers/names';
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
import { recordsOf } from '../records/queries';

/** What to mark of a found paper. */
export interface PaperMarks {
  /** In the title as the record has it. */
  readonly title: readonly Mark[];
  /** The line that holds what neither title nor tags, authors and organisation hold. */
  readonly line?: MarkedLine & { readonly from: 'note' | 'abstract' | 'summary' };
}

type Wanted = ReturnType<typeof wantedBy>;

/** The long texts of a paper, in the order in which a line is looked for in them. */
export type LongTexts = readonly (readonly ['note' | 'abstract' | 'summary', string | undefined])[];

/** What a page knows already of the rows it shows. */
export interface KnownRows {
  readonly records: ReadonlyMap<PaperId, PaperRecord>;
  /** What is read of long texts is put here. */
  readonly texts: Map<PaperId, LongTexts>;
}

/** Rows, and what a search found in them. */
export interface MarkedRows {
  /** In the order asked, those not stored left out. */
  readonly records: readonly PaperRecord[];
  readonly marks: Map<PaperId, PaperMarks>;
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
  const ids = records.map(({ id }) => id);
  const known = { records: new Map(records.map((one) => [one.id, one])), texts: new Map() };
  return (await readRows(query, ids, known)).marks;
}

/**
 * Reads rows and marks what a search found in them: what is not known yet in one transaction, so
 * that a list is waited for once; none where all is known.
 * @throws StoreError
 */
export async function readRows(
  query: Query,
  ids: readonly PaperId[],
  known: KnownRows,
): Promise<MarkedRows> {
  const wanted = wantedBy(query);
  const searched = query.inTitle ? [] : wanted;
  const read = await readMissing(ids, known, searched);
  const records = ids.flatMap((id) => read.get(id) ?? known.records.get(id) ?? []);
  const marks = records.map((record): [PaperId, PaperMarks] => {
    const texts = known.texts.get(record.id);
    const line = texts && lineOf(texts, lackingIn(record, searched));
    const title = marksIn(record.title ?? '', wanted);
    return [record.id, line ? { title, line } : { title }];
  });
  return { records, marks: new Map(marks) };
}

/** Reads the records that are not known, and the long texts of rows that lack a word. */
async function readMissing(
  ids: readonly PaperId[],
  { records, texts }: KnownRows,
  searched: Wanted,
): Promise<ReadonlyMap<PaperId, PaperRecord>> {
  const lacksText = (record: PaperRecord) =>
    !texts.has(record.id) && lackingIn(record, searched).length > 0;
  const due = ids.filter((id) => {
    const record = records.get(id);
    return !record || lacksText(record);
  });
  const found = new Map<PaperId, PaperRecord>();
  if (due.length === 0) return found;
  await withDatabase(async () => {
    const transaction = (await connection()).transaction(['papers', 'details', 'notes']);
    const stores = {
      papers: transaction.objectStore('papers'),
      details: transaction.objectStore('details'),
      notes: transaction.objectStore('notes'),
    };
    const read = async (id: PaperId) => {
      const [record, details, note] = await Promise.all([
        records.get(id) ?? stores.papers.get(id),
        searched.length ? stores.details.get(id) : undefined,
        searched.length ? stores.notes.get(id) : undefined,
      ]);
      if (!record) return;
      found.set(id, record);
      if (lacksText(record))
        texts.set(id, [
          ['note', note?.text],
          ['abstract', details?.abstract],
          ['summary', details?.aiSummary],
        ]);
    };
    await Promise.all(due.map(read));
  });
  const elsewhere = due.filter((id) => !found.has(id));
  // Under an alias, or put aside for its age.
  if (elsewhere.length)
    for (const record of await recordsOf(elsewhere)) found.set(record.id, record);
  return found;
}

/** The words that a row does not show by itself. */
function lackingIn(record: PaperRecord, wanted: Wanted): Wanted {
  if (wanted.length === 0) return wanted;
  const { id, aliases = [], title = '', tags, organization = '' } = record;
  const shown = [title, ...authorNames(record), ...tags, organization, id, ...aliases].join(' , ');
  return missingIn(shown, wanted);
}

function lineOf(texts: LongTexts, lacking: Wanted): PaperMarks['line'] {
  for (const [from, text = ''] of texts) {
    const line = lineIn(text, lacking);
    if (line) return { ...ledIn(line), from };
  }
  return undefined;
}
