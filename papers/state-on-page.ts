import type { PaperState } from './paper';
import type { PaperRecord } from './record';

/**
 * Where a paper stands for a page: one not met before is new, a removed one was seen, a snoozed one
 * is shown as unread.
 */
export function stateOnPage(record: PaperRecord | undefined): PaperState {
  if (!record) return 'new';
  if (record.state === 'deleted') return 'seen';
  return record.state === 'snoozed' ? 'unread' : record.state;
}
