import { text } from '../lib/text';
import { sites } from '../sites/registry';

/** A page kind in the reader's words; one that is unknown has its own name. */
export function kindName(kind: string): string {
  const page = sites.flatMap(({ pages }) => pages).find(({ name }) => name === kind);
  return page ? text(page.label) : kind;
}
