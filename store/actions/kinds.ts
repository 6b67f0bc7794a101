/** What an action did, as the sentence about it says. */
export type ActionKind =
  | 'saved'
  | 'dismissed'
  | 'later'
  | 'deleted'
  | 'restored'
  | 'status'
  | 'snoozed'
  | 'tagged'
  | 'untagged'
  | 'renamedTag'
  | 'mergedTags'
  | 'deletedTag'
  | 'starred'
  | 'unstarred'
  | 'queued'
  | 'unqueued';
