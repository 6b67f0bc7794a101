import type { PaperId } from '../../papers/paper';
import { withDatabase } from '../database/with-database';

/**
 * The ids of all saved papers, the one that was saved first at the beginning.
 * @throws StoreError
 */
export function savedIds(): Promise<PaperId[]> {
  return withDatabase((database) => database.getAllKeysFromIndex('papers', 'list'));
}
