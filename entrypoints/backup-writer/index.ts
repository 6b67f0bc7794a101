import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type WorkerScope, workFor } from '../../exports/backup-file/work';

/** A worker: hashes and compresses a backup beside the page that reads it. */
export default defineUnlistedScript(() => workFor(globalThis as unknown as WorkerScope));
