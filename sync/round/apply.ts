import type { PaperId } from '../../papers/paper';
import { type Card, type IncomingPaper, type IncomingRow, type Local, sliceSize } from '../local';
import { isLost } from './failsafe';
import type { Plan } from './plan';
import type { Workspace } from './workspace';

/**
 * Carries a plan out, in slices, document by document: each document is kept with its last slice, so that a round that
 * was cut off goes on behind it. Cards come with their papers.
 * @param isKept Whether what would go stays here, and is said again.
 */
export async function applyPlan(
  local: Local,
  workspace: Workspace,
  { documents, cards }: Plan,
  isKept: boolean,
): Promise<void> {
  const left = new Map(cards);
  for (const [at, { papers, rows }] of documents) {
    const document = { at, state: (await workspace.document(at)).state() };
    const parts = slices<Part>([
      ...papers.map((change) => paperPart(change, isKept && isLost(change), left)),
      ...rows.map((row) => ({ row })),
    ]);
    for (const [index, part] of parts.entries())
      await local.apply({
        papers: part.flatMap(({ paper }) => paper ?? []),
        rows: part.flatMap(({ row }) => row ?? []),
        cards: part.flatMap(({ card }) => card ?? []),
        ...(index === parts.length - 1 ? { document } : {}),
      });
  }
  for (const part of slices([...left.values()]))
    if (part.length) await local.apply({ papers: [], rows: [], cards: part });
}

interface Part {
  readonly paper?: IncomingPaper;
  readonly row?: IncomingRow;
  readonly card?: Card;
}

function paperPart(
  { id, before, after }: IncomingPaper,
  isKept: boolean,
  cards: Map<PaperId, Card>,
): Part {
  const card = cards.get(id);
  cards.delete(id);
  const paper = { id, before, after, ...(isKept ? { isKept } : {}) };
  return card ? { paper, card } : { paper };
}

/** A paper may bring its card, hence half. Always one at least, for the document. */
function slices<Item>(items: readonly Item[]): Item[][] {
  const size = sliceSize / 2;
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
