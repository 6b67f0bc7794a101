import type { PaperId } from '../../papers/paper';
import { cleanTags, tagsBetween } from '../../papers/tags';
import { changeMany, type Outcome } from '../../store/actions/change';
import { recordsOf } from '../../store/records/queries';

/** Makes the tags of a paper these, as a reader does in a tag field: adds those it lacks, takes the others off. */
export async function setTags(id: PaperId, tags: readonly string[], now: number): Promise<Outcome> {
  const [record] = await recordsOf([id]);
  const change = tagsBetween(record?.tags ?? [], cleanTags(tags));
  return changeMany([id], { kind: 'tag', ...change }, now);
}
