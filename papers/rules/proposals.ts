import { authorNames } from '../names';
import type { PaperRecord } from '../record';
import { codeOwnerOf } from './code-owner';
import type { Rule } from './rule';

/** A rule that is not kept yet. */
export type RuleDraft = Pick<Rule, 'effect' | 'subject' | 'value' | 'saves' | 'tags'>;

/** How many authors are proposed; of a longer list the first and the last, who lead it as a rule. */
const mostAuthors = 4;

/** The follow rules that a paper suggests, for making one of them with one click. */
export function followProposals(paper: PaperRecord): RuleDraft[] {
  const { organization, codeUrl } = paper;
  const owner = codeOwnerOf(codeUrl);
  const names = authorNames(paper);
  const few =
    names.length > mostAuthors ? [...names.slice(0, mostAuthors - 1), ...names.slice(-1)] : names;
  return [
    ...(organization ? [follow('organization', organization)] : []),
    ...few.map((name) => follow('author', name)),
    ...(owner ? [follow('codeOwner', owner)] : []),
  ];
}

function follow(subject: Rule['subject'], value: string): RuleDraft {
  return { effect: 'follow', subject, value };
}
