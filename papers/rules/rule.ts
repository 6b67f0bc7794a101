/** What a rule looks at: an author's name, an organisation, a word or phrase, a code owner, a search. */
export const ruleSubjects = ['author', 'organization', 'phrase', 'codeOwner', 'query'] as const;
export type RuleSubject = (typeof ruleSubjects)[number];

/** What a rule does with the papers it matches: marks them, or folds them away. */
export const ruleEffects = ['follow', 'mute'] as const;
export type RuleEffect = (typeof ruleEffects)[number];

/** A rule that the reader has made about papers to come. */
export interface Rule {
  readonly id: string;
  readonly effect: RuleEffect;
  readonly subject: RuleSubject;
  /** As the reader wrote it: a name, a phrase, or a query in the language of papers/query. */
  readonly value: string;
  /** Of a follow rule: what it does by itself to a paper when that is first met. */
  readonly saves?: boolean;
  readonly tags?: readonly string[];
  /** ms since the epoch. */
  readonly createdAt: number;
}
