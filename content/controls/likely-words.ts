import type { Remarks } from '../../lib/messages';
import type { MessageKey } from '../../lib/text';

/** How likely a paper is for the reader, in three steps. */
export type Likely = NonNullable<Remarks['likely']>;

/** What each step is called. */
export const likelyWords = {
  1: 'likely1',
  2: 'likely2',
  3: 'likely3',
} as const satisfies Record<Likely, MessageKey>;
