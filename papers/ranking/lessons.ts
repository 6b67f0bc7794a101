/** What a paper counts that was on screen in a visit that is over, and of which nothing was said. */
export const passedCounts = 0.3;

/** What a yes counts more than a no: there are fewer. */
export const ofYes = 1.5;

/** A decision as the log has it, as far as it matters here. */
interface Decided {
  /** See `DecisionRow` in store/decisions/row.ts. */
  readonly what: string;
  readonly by: 'reader' | 'bulk' | 'rule';
}

/** What a decision says, and how much it counts of a reader's on one paper. */
export interface Teaching {
  readonly likes: boolean;
  readonly counts: number;
  /** Whether the reader decided, rather than passed the paper over. */
  readonly isDecision: boolean;
}

/** Of each thing that can be decided: what it says of the paper, beyond what was said before. */
const teachings: Readonly<Record<string, Omit<Teaching, 'isDecision'>>> = {
  saved: { likes: true, counts: 1 },
  unread: { likes: true, counts: 1 },
  snoozed: { likes: true, counts: 0.7 },
  imported: { likes: true, counts: 1 },
  restored: { likes: true, counts: 0.5 },
  opened: { likes: true, counts: 0.5 },
  reading: { likes: true, counts: 0.7 },
  read: { likes: true, counts: 0.7 },
  starred: { likes: true, counts: 1 },
  queued: { likes: true, counts: 0.5 },
  tagged: { likes: true, counts: 0.3 },
  more: { likes: true, counts: 1 },
  passed: { likes: false, counts: passedCounts },
  dismissed: { likes: false, counts: 1 },
  // Not this one alone: as much as a yes says.
  less: { likes: false, counts: ofYes },
  // A list is tidied for many reasons.
  deleted: { likes: false, counts: 0.3 },
};

/** One of many that were decided on at once was hardly looked at; what a rule did was not decided by the reader. */
const ofProvenance: Readonly<Record<Decided['by'], number>> = { reader: 1, bulk: 0.3, rule: 0 };

/**
 * What a decision teaches.
 * @returns `undefined` for one that says nothing of what the reader likes.
 */
export function teachingOf({ what, by }: Decided): Teaching | undefined {
  const teaching = Object.hasOwn(teachings, what) ? teachings[what] : undefined;
  const counts = (teaching?.counts ?? 0) * ofProvenance[by];
  if (!teaching || counts === 0) return undefined;
  return { likes: teaching.likes, counts, isDecision: what !== 'passed' };
}
