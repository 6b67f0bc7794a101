import type { Rule } from '../../papers/rules/rule';
import { standing } from '../../papers/words/row';
import { withDatabase } from '../database/with-database';

/**
 * Every rule, in the order in which they were made. Changes are announced.
 * @throws StoreError
 */
export async function listRules(): Promise<Rule[]> {
  return withDatabase(async (database) => inOrder(standing(await database.getAll('rules'))));
}

/** Rules in the order in which they were made. */
export function inOrder(rules: readonly Rule[]): Rule[] {
  return rules.toSorted(
    (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
}
