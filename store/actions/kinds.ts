/** What an action did, as the sentence about it says. */
export type ActionKind =
  | 'saved'
  | 'dismissed'
  | 'less'
  | 'later'
  | 'counted'
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
  | 'unqueued'
  | 'joined'
  | 'parted'
  | 'versionKnown'
  | 'led'
  | 'imported'
  | RuleActionKind;

/** What a rule did by itself; the rule's value is the detail. */
export type RuleActionKind = 'ruleSaved' | 'ruleTagged';

/** Tells whether an action was a rule's and not the reader's. */
export function isByRule(kind: ActionKind): kind is RuleActionKind {
  return kind === 'ruleSaved' || kind === 'ruleTagged';
}
