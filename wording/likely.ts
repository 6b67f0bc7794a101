import { text } from '../lib/text';
import type { Reason } from '../papers/ranking/reasons';

/** What the steps of a mark are called; of none, nothing. */
export const likelySteps = [undefined, 'likelyMaybe', 'likelyLikely', 'likelyVery'] as const;

/** A longer title is cut. */
const mostTitle = 60;

/**
 * How likely a paper is for the reader, and because of what: `Likely for you, because you saved 4 of 5 on “test-time
 * compute”; ByteDance (5 of 8); like “TMAS”`.
 * @param step See `stepOf`.
 * @returns Empty for a step of 0.
 */
export function likelyWords(step: number, reasons: readonly Reason[] = []): string {
  const name = likelySteps[step];
  if (!name) return '';
  const because = reasonWords(reasons);
  return because ? text('likelyBecause', text(name), because) : text(name);
}

/** Reasons in words; empty where there is none to tell. */
export function reasonWords(reasons: readonly Reason[]): string {
  const told = reasons.flatMap((reason, at) => wordsOf(reason, at === 0) ?? []);
  const like = reasons.find((reason) => reason.like)?.like;
  const all = like ? [...told, text('likelyLike', short(like.title))] : told;
  return all.join(text('likelySeparator'));
}

/** The same in a line that has little room: `“test-time compute” (4 of 5); ByteDance (5 of 8)`. */
export function shortReasons(reasons: readonly Reason[]): string {
  return reasons.flatMap((reason) => wordsOf(reason, false) ?? []).join(text('likelySeparator'));
}

/** Where a paper was met says nothing to a reader. */
function wordsOf({ kind, text: name, saved, of }: Reason, isFirst: boolean): string | undefined {
  switch (kind) {
    case 'phrase':
      return isFirst
        ? text('likelyPhrase', saved, of, name)
        : text('likelyMorePhrase', name, saved, of);
    case 'organization':
      return text('likelyName', name, saved, of);
    case 'author':
      return text('likelyAuthor', name, saved, of);
    case 'codeOwner':
      return text('likelyCode', name, saved, of);
    case 'site':
      return undefined;
  }
}

function short(title: string): string {
  if (title.length <= mostTitle) return title;
  const [head = title] = title.split(/[:?!] /);
  if (head.length <= mostTitle) return head;
  const end = title.lastIndexOf(' ', mostTitle);
  return end > 0 ? `${title.slice(0, end)} …` : `${title.slice(0, mostTitle - 1)}…`;
}
