import { faceValues } from '../facts/faces';
import { addressOf, pageOf } from '../identity';
import type { PaperId } from '../paper';
import type { PaperDetails, PaperRecord } from '../record';
import { leadOf, type Named } from './lead';
import { isPreprint } from './preprints';

/** One of the ids of a work, with what is told of it there. */
export interface Face {
  readonly id: PaperId;
  readonly isPreprint: boolean;
  readonly venue?: string;
  readonly publishedAt?: string;
}

/** The page that Offprint opens for a paper: that of the id that leads; see `pageOf`. */
export function pageOfPaper(record: Named): string | undefined {
  return pageOf(leadOf(record));
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
