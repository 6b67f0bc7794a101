import { joinedName } from './names';
import { textOf } from './objects';

/** A name of CSL-JSON, as drafts have names. Source: CSL 1.0.2, "Name Particles". */
export function cslName(name: object): string {
  const part = (key: string) => textOf({ ...name }, key);
  const particle = [part('dropping-particle'), part('non-dropping-particle')]
    .filter(Boolean)
    .join(' ');
  return joinedName({
    literal: part('literal') ?? part('name'),
    family: part('family'),
    given: part('given'),
    particle,
    suffix: part('suffix'),
  });
}
