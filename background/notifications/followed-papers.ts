import type { FollowOffer } from '../../lib/bar-messages';
import type { PaperRecord } from '../../papers/record';
import { ruleKey } from '../../papers/rules/check';
import { followProposals, type RuleDraft } from '../../papers/rules/proposals';
import { makeRule } from '../../store/rules/making';
import { listRules } from '../../store/rules/read';
import { madeText, ruleName } from '../../wording/rules';

const subjects = ['organization', 'author'] as const;

/**
 * What of a paper can be followed where it is read on a page: its organisation and its first author.
 * @throws StoreError
 */
export async function followOffers(paper: PaperRecord): Promise<FollowOffer[]> {
  const followed = (await listRules()).filter(({ effect }) => effect === 'follow').map(ruleKey);
  const proposals = followProposals(paper);
  return subjects.flatMap((subject) => {
    const draft = proposals.find((proposal) => proposal.subject === subject);
    const key = draft && ruleKey(draft);
    return key ? [{ draft, name: ruleName(draft), isFollowed: followed.includes(key) }] : [];
  });
}

/**
 * Makes a follow rule. Made twice it is the same one.
 * @param now ms since the epoch.
 * @returns What was done, in words.
 * @throws StoreError
 */
export async function follow(draft: RuleDraft, now: number): Promise<string> {
  const problem = await makeRule(draft, now);
  return madeText(draft, problem);
}
