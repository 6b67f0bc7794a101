import { listed, text } from '../../../lib/text';
import type { FillingOutcome } from '../../../papers/filling/names';
import { catalogueNames } from '../../../sites/catalogues/catalogues';
import type { FillingAnswer } from '../../../store/filling/row';

const words = {
  told: 'fillingTold',
  unknown: 'fillingUnknown',
  other: 'fillingOther',
  failed: 'fillingFailed',
} as const satisfies Partial<Record<FillingOutcome, string>>;

/** What each source said that was asked, in one line: `arXiv does not know it; Crossref could not be asked`. */
export function reasonsOf(why: readonly FillingAnswer[]): string {
  const asked = why.flatMap(({ source, outcome }) =>
    outcome === 'off' ? [] : text(words[outcome], catalogueNames[source].title),
  );
  return asked.join('; ');
}

/** The names of sources that may not be asked, as a list in words; '' where there is none. */
export function notAsked(why: readonly FillingAnswer[]): string {
  const off = why.filter(({ outcome }) => outcome === 'off');
  return listed(off.map(({ source }) => catalogueNames[source].title));
}
