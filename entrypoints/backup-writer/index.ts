import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Helper } from '../../exports/backup-file/two-workers';
import { type WorkerScope, workFor } from '../../exports/backup-file/work';

/** A worker: hashes and compresses a backup beside the page that reads it, and has one like itself help. */
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as WorkerScope & { readonly location: Location };
  const openHelper = () =>
    typeof Worker === 'undefined' ? undefined : (new Worker(scope.location.href) as Helper);
  workFor(scope, openHelper);
});
