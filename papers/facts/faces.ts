import type { Paper, PaperId } from '../paper';
import { type Facts, mergeFacts } from './facts';

/** What is told of each id of a work by itself: where it came out, when, and where it can be read. */
const faceFields = ['venue', 'publishedAt', 'pdfUrl'] as const;
type FaceField = (typeof faceFields)[number];

/** What sources say of one id of a work. */
export type FaceFacts = Pick<Facts, FaceField>;

/**
 * What sources say of a work under each of its ids, where it was told of under more than one: a preprint has another day
 * than the published copy. Absent where all was told under one id.
 */
export type Faces = Readonly<Record<PaperId, FaceFacts>>;

interface Told {
  readonly id: PaperId;
  readonly facts: Facts;
  readonly faces?: Faces;
}

/** Merges what was said of the ids of a work, each by itself, as `mergeFacts` does. */
export function mergeFaces(one: Told, other: Told): { readonly faces?: Faces } {
  if (!one.faces && !other.faces && one.id === other.id) return {};
  const [mine, theirs] = [facesIn(one), facesIn(other)];
  const ids = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort();
  const told = ids
    .map((id) => [id, mergeFacts(factsIn(mine, id), factsIn(theirs, id))] as const)
    .filter(([, facts]) => Object.keys(facts).length > 0);
  return told.some(([id]) => id !== one.id) ? { faces: Object.fromEntries(told) } : {};
}

/** What is shown of a face. */
export function faceValues(facts: FaceFacts | undefined): Partial<Pick<Paper, FaceField>> {
  return Object.fromEntries(
    Object.entries(facts ?? {}).map(([field, { value }]) => [field, value]),
  ) as Partial<Pick<Paper, FaceField>>;
}

function facesIn({ id, facts, faces }: Told): Faces {
  if (faces) return faces;
  const own = faceFields.flatMap((field) => (facts[field] ? [[field, facts[field]]] : []));
  return { [id]: Object.fromEntries(own) };
}

function factsIn(faces: Faces, id: PaperId): Facts {
  return Object.hasOwn(faces, id) ? (faces[id] ?? {}) : {};
}
