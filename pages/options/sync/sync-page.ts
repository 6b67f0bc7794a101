import type { Backups } from '../../shared/backups';
import { RunningSync } from './running-sync';
import { SyncService } from './service';

export { SyncSection } from './section';

/** The section's state, once it is read. */
export async function openSync(backups: Pick<Backups, 'keepBefore'>): Promise<RunningSync> {
  const service = new SyncService(backups);
  await service.start();
  return new RunningSync(service);
}
