import { type MessageKey, text } from '../lib/text';
import type { Reason } from '../papers/ranking/reasons';

const keys = {
  phrase: 'whyPhrase',
  author: 'whyName',
  organization: 'whyName',
  codeOwner: 'whyCode',
  site: 'whySite',
} as const satisfies Record<Reason['kind'], MessageKey>;

/** Why a paper is likely for the reader, in parts of a sentence: `you saved 4 of 5 on “test-time compute”`. */
export function reasonWords(reasons: readonly Reason[]): string[] {
  const likes = reasons.flatMap(({ like }) => like?.title ?? []);
  return [
    ...reasons.map((reason) => text(keys[reason.kind], reason.saved, reason.of, reason.text)),
    ...likes.map((title) => text('whyLike', title)),
  ];
}
