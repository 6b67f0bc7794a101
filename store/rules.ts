import type { Rule } from '../papers/rules/rule';
import { connection } from './connection';
import { storeError } from './errors';

/**
 * Every rule, in the order in which they were made. Changes are announced.
 * @throws StoreError
 */
export async function listRules(): Promise<Rule[]> {
  try {
    const rules = await (await connection()).getAll('rules');
    return rules.sort(
      (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
    );
  } catch (cause) {
    throw storeError(cause);
  }
}
