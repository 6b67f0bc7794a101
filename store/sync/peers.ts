import type { Peer } from '../../sync/local';
import { withDatabase } from '../database/with-database';

/**
 * The devices that this one has heard of, the one heard of last first.
 * @throws StoreError
 */
export async function readPeers(): Promise<readonly Peer[]> {
  const peers = await withDatabase((database) => database.getAll('peers'));
  return peers.sort((one, other) => other.heardAt - one.heardAt);
}
