import type { MessageKey } from '../lib/text';
import type { Decision } from '../papers/change';

/** What a screen reader is told of a decision on one paper, whose title is `$1`. */
export const announcements = {
  saved: 'announceSaved',
  unread: 'announceSaved',
  reading: 'announceReading',
  read: 'announceRead',
  dismissed: 'announceDismissed',
  less: 'announceDismissed',
  undecided: 'announceUndecided',
  deleted: 'announceRemoved',
} as const satisfies Record<Decision, MessageKey>;
