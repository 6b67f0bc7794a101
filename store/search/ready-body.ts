import type { PaperDetails } from '../../papers/record';
import { bodyOf } from '../../papers/search/entry';
import type { PreparedText } from '../../papers/search/words';

/** By what was prepared: a row is never changed. */
const ready = new WeakMap<PaperDetails, { readonly note: string; readonly body: PreparedText }>();

/** Does what `bodyOf` does ahead of when it is needed. */
export function readyBody(details: PaperDetails, note: string): void {
  ready.set(details, { note, body: bodyOf(details, note) });
}

/** What `bodyOf` gives, at once where it was made ready. */
export function bodyFor(details: PaperDetails | undefined, note: string): PreparedText {
  const known = details && ready.get(details);
  return known?.note === note ? known.body : bodyOf(details, note);
}
