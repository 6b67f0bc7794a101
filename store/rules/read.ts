import type { Rule } from '../../papers/rules/rule';
import { standing } from '../../papers/words/row';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';

/**
 * Every rule, in the order in which they were made. Changes are announced.
 * @throws StoreError
 */
export async function listRules(): Promise<Rule[]> {
  try {
    return inOrder(standing(await (await connection()).getAll('rules')));
  } catch (cause) {
    throw storeError(cause);
  }
}

/** Rules in the order in which they were made. */
export function inOrder(rules: readonly Rule[]): Rule[] {
  return rules.toSorted(
    (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
}
