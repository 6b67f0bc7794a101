import { faceValues } from '../facts/faces';
import { addressOf, pageOf } from '../identity';
import type { PaperId } from '../paper';
import type { PaperDetails, PaperRecord } from '../record';
import { isPreprint } from './preprints';

/** One of the ids of a work, with what is told of it there. */
export interface Face {
  readonly id: PaperId;
  readonly isPreprint: boolean;
  readonly venue?: string;
  readonly publishedAt?: string;
}

type Named = Pick<PaperRecord, 'id' | 'aliases' | 'lead'>;

/** The id that leads: the reader's choice, as long as it is one of the paper's; else the one it is kept under. */
export function leadOf({ id, aliases, lead }: Named): PaperId {
  return lead !== undefined && aliases?.includes(lead) ? lead : id;
}

/** The page that Offprint opens for a paper: that of the id that leads; see `pageOf`. */
export function pageOfPaper(record: Named): string | undefined {
  return pageOf(leadOf(record));
}

/** The day and the journal of the face that leads, as far as they are known. */
export function leadFace(record: Pick<PaperRecord, 'publishedAt' | 'faces'> & Named): {
  readonly venue?: string;
  readonly publishedAt?: string;
} {
  const { venue, publishedAt = record.publishedAt } = faceValues(record.faces?.[leadOf(record)]);
  return {
    ...(venue === undefined || !record.faces ? {} : { venue }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

/**
 * The faces of a work that has more than one: each of its ids that an address leads to, the preprint first.
 * @returns An empty list where there is one face.
 */
export function facesOf(record: PaperRecord, details: PaperDetails | undefined): Face[] {
  const { id: own, aliases = [], faces } = record;
  const ids = [own, ...aliases].filter((id) => addressOf(id) !== undefined);
  if (ids.length < 2) return [];
  return ids
    .map((id) => {
      const told = faces ? faceValues(faces[id]) : {};
      const isEarly = isPreprint(id);
      const venue = told.venue ?? (isEarly ? undefined : details?.venue);
      const publishedAt =
        told.publishedAt ?? (!faces && id === own ? record.publishedAt : undefined);
      return {
        ...{ id, isPreprint: isEarly },
        ...(venue === undefined ? {} : { venue }),
        ...(publishedAt === undefined ? {} : { publishedAt }),
      };
    })
    .sort((one, other) => Number(other.isPreprint) - Number(one.isPreprint));
}
