import { laterRow } from '../../papers/words/row-merge';
import { canonical } from '../../papers/words/stamp';
import { type AnyRow, type RowKind, rowKinds } from '../local';
import type { Document } from './document';
import { packStamp, unpackStamp } from './values';

/** What the document of the rows says of one: the later one of those written apart; also that it is gone. */
export function readRow(document: Document, kind: RowKind, id: string): AnyRow | undefined {
  return document
    .read(id, kind)
    .map(({ value }) => rowIn(id, value))
    .reduce((one, other) => laterRow(one, other), undefined);
}

/** The rows of every kind under an id. */
export function readRows(
  document: Document,
  id: string,
): readonly { kind: RowKind; row: AnyRow }[] {
  return rowKinds.flatMap((kind) => {
    const row = readRow(document, kind, id);
    return row ? [{ kind, row }] : [];
  });
}

/**
 * Writes a row where the document says otherwise.
 * @param isRestated Whether it is written also where others have written the same.
 */
export function writeRow(
  document: Document,
  kind: RowKind,
  row: AnyRow,
  isRestated: boolean,
): void {
  const known = readRow(document, kind, row.id);
  const later = laterRow(known, row);
  const isNew = canonical(later) !== canonical(known);
  if (!later || (!isNew && !(isRestated && !document.has(row.id, kind)))) return;
  const { stamp, id, ...words } = later;
  document.set(id, kind, [packStamp(stamp), words]);
}

function rowIn(id: string, value: unknown): AnyRow | undefined {
  if (!Array.isArray(value)) return undefined;
  const [stamp, words] = [unpackStamp(value[0]), value[1] as unknown];
  if (!stamp || typeof words !== 'object' || words === null) return undefined;
  return { ...words, id, stamp } as AnyRow;
}
