import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { Clock } from '../../papers/words/clock';
import { saidDistinct } from '../../papers/words/distinct';
import { isStill, type Stamp } from '../../papers/words/stamp';
import type { Writer } from './writer';

/** That the reader said of one paper that it is another one than that with an id. */
interface Said {
  readonly id: PaperId;
  readonly other: PaperId;
  /** What saying it gave. */
  readonly stamp: Stamp;
}

/** That two papers are two: said of both, so that each knows it wherever it goes. */
export type Refusal = readonly [Said, Said];

/** Says within a running transaction that two papers are two. */
export function refuse(
  writer: Writer,
  one: PaperRecord,
  other: PaperRecord,
  clock: Clock,
): Refusal {
  return [said(writer, one, other.id, clock), said(writer, other, one.id, clock)];
}

/**
 * Takes it back, as far as nothing else was said since.
 * @returns Whether it was.
 */
export async function undoRefusal(
  writer: Writer,
  refusal: Refusal,
  clock: Clock,
): Promise<boolean> {
  let isBack = false;
  for (const { id, other, stamp } of refusal) {
    const record = await writer.find(id);
    const now = record?.distinctStamps?.find((one) => one.id === other);
    if (!record || !isStill(now, stamp)) continue;
    writer.put(record, saidDistinct(record, other, false, clock));
    isBack = true;
  }
  return isBack;
}

function said(writer: Writer, record: PaperRecord, other: PaperId, clock: Clock): Said {
  const after = saidDistinct(record, other, true, clock);
  writer.put(record, after);
  const { at, device } = after.distinctStamps?.find(({ id }) => id === other) ?? {
    at: clock.now,
    device: clock.device,
  };
  return { id: record.id, other, stamp: { at, device } };
}
