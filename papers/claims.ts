import type { PaperId } from './paper';
import type { PaperRecord } from './record';
import { isPreprint } from './same/preprints';
import { tidy } from './text';

/**
 * What ACM's and other templates have in place of a DOI until the authors fill it in: letters for
 * digits, the sample's own numbers, or nothing behind the slash.
 */
const placeholder =
  /^doi:10\.\d+\/?(?:$|(?=0*[nx])[nx0]{4,}|0{4,}[-.0]*$|[nx]+\.[nx]+|1122445\.1122456|123_?4|12345(?:67)?(?:89)?\b)/i;

/** Tells whether an id is one that templates come with, and names no paper. */
export function isPlaceholder(id: PaperId): boolean {
  return placeholder.test(id);
}

/** The scheme of an id: `arxiv` of `arxiv:2503.02130`. */
export function schemeOf(id: PaperId): string {
  return id.slice(0, id.indexOf(':'));
}

/** Preprints have DOIs of their own beside that of the published copy. */
function kindOf(id: PaperId): string {
  return `${schemeOf(id)}${isPreprint(id) ? ' preprint' : ''}`;
}

/**
 * Tells whether two sets of ids hold two different ones of a scheme, which are never one paper's; of DOIs one may be a
 * preprint's.
 */
export function haveRivals(one: readonly PaperId[], other: readonly PaperId[]): boolean {
  return one.some((id) => {
    const kind = kindOf(id);
    if (kind === 'url' || kind === 'title' || other.includes(id)) return false;
    return other.some((rival) => kindOf(rival) === kind && !one.includes(rival));
  });
}

/** What tells two works apart. */
export type Described = Partial<Pick<PaperRecord, 'title' | 'authors'>>;

/** Tells whether two papers have unlike titles and other first authors. What is unknown tells nothing. */
export function areUnlike(one: Described, other: Described): boolean {
  const [mine, theirs] = [one.authors?.[0], other.authors?.[0]];
  if (!one.title || !other.title || !mine || !theirs) return false;
  return likeness(one.title, other.title) < 0.5 && !shareAName(mine, theirs);
}

/** How many of the words of the shorter title are in the longer one, from 0 to 1. */
function likeness(one: string, other: string): number {
  const [shorter = [], longer = []] = [wordsIn(one), wordsIn(other)].sort(
    (first, second) => first.length - second.length,
  );
  const known = new Set(longer);
  return shorter.length ? shorter.filter((word) => known.has(word)).length / shorter.length : 0;
}

function shareAName(one: string, other: string): boolean {
  const names = new Set(wordsIn(other).filter((word) => word.length > 1));
  return wordsIn(one).some((word) => names.has(word));
}

function wordsIn(text: string): string[] {
  const plain = tidy(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
