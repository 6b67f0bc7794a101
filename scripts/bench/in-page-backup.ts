import { backupFile } from '../../exports/backup';
import { readBackup } from '../../imports/backup';
import { deleteEverything, readInPages } from '../../store/backup/contents';
import { restore } from '../../store/backup/restore/write';
import { connection } from '../../store/database/connection';

const stores = ['papers', 'details', 'notes'] as const;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function make(): Promise<Blob> {
  const created = new Date().toISOString();
  return (await backupFile({ read: readInPages, app: '0', created })).blob;
}

/** What a backup of everything is before it is compressed. */
let lines: Uint8Array<ArrayBuffer> | undefined;
const megabyte = 2 ** 20;

/** The types of the platform's streams leave open what they take. */
function gzip() {
  return new CompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>;
}

function inPieces(whole: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= whole.length) return controller.close();
      controller.enqueue(whole.subarray(at, at + megabyte));
      at += megabyte;
    },
  });
}

async function readRows(): Promise<readonly (readonly object[])[]> {
  const transaction = (await connection()).transaction(stores);
  return Promise.all(stores.map((name) => transaction.objectStore(name).getAll()));
}

/** The tools for backups; each resolves to the ms that it took. */
export const backupBench = {
  /** A backup of everything, as a file in memory. */
  async backUp(_run: number): Promise<number> {
    return timed(make);
  },

  /** The same lines through the browser's own gzip: they are in memory, and nothing is read, hashed or written. */
  async bareGzip(_run: number): Promise<number> {
    lines ??= await new Response(
      (await make()).stream().pipeThrough(new DecompressionStream('gzip')),
    ).bytes();
    const whole = lines;
    return timed(() => new Response(inPieces(whole).pipeThrough(gzip())).arrayBuffer());
  },

  /** A backup of everything read and restored into a store that was emptied. */
  async restoreAll(_run: number): Promise<number> {
    const file = await make();
    await deleteEverything();
    return timed(async () => {
      const { contents, state } = await readBackup(file);
      if (state !== 'whole') throw new Error(`The backup is ${state}`);
      await restore(contents, Date.now());
    });
  },

  /** Its papers, details and notes put in one transaction, into stores that were emptied. */
  async bareRestore(_run: number): Promise<number> {
    const rows = await readRows();
    const database = await connection();
    const emptying = database.transaction(stores, 'readwrite');
    await Promise.all(stores.map((name) => emptying.objectStore(name).clear()));
    await emptying.done;
    return timed(async () => {
      const transaction = database.transaction(stores, 'readwrite');
      for (const [at, name] of stores.entries()) {
        const store = transaction.objectStore(name) as { put(row: object): Promise<unknown> };
        for (const row of rows[at] ?? []) void store.put(row);
      }
      await transaction.done;
    });
  },
};
