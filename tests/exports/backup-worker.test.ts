import { gunzipSync, strFromU8 } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { backupFile } from '../../exports/backup';
import { openBackupFile } from '../../exports/backup-file/open';
import type { Helper } from '../../exports/backup-file/two-workers';
import { type Answer, type Told, type WorkerScope, workFor } from '../../exports/backup-file/work';

/** A worker whose script runs here, and which gets and gives copies as a real one does. */
class LocalWorker {
  onmessage: ((event: { readonly data: Answer }) => void) | null = null;
  onerror: ((event: { readonly message: string }) => void) | null = null;
  static readonly begun: LocalWorker[] = [];
  isOver = false;
  blobs = 0;
  told = 0;
  readonly #scope: WorkerScope;

  constructor(readonly address: string) {
    LocalWorker.begun.push(this);
    const postMessage = (data: Answer) => {
      queueMicrotask(() => {
        if (!this.isOver) this.onmessage?.({ data });
      });
    };
    this.#scope = { onmessage: null, postMessage };
    setTimeout(() => this.start(this.#scope));
  }

  protected start(scope: WorkerScope): void {
    workFor(scope, () => this.helper());
  }

  protected helper(): Helper | undefined {
    return undefined;
  }

  postMessage(told: Told, transfer: Transferable[] = []): void {
    this.told += 1;
    const isBlob = 'lines' in told && told.lines instanceof Blob;
    if (isBlob) this.blobs += 1;
    const data = isBlob ? told : structuredClone(told, { transfer });
    // Later than what the page does without waiting.
    setTimeout(() => this.#scope.onmessage?.({ data }));
  }

  terminate(): void {
    this.isOver = true;
  }
}

/** One that has another worker help, of a kind. */
function helpedBy(open: () => Helper): typeof LocalWorker {
  return class extends LocalWorker {
    protected override helper(): Helper {
      return open();
    }
  };
}

/** Never answers, or fails when it is told something. */
class IdleHelper implements Helper {
  onmessage: Helper['onmessage'] = null;
  onerror: Helper['onerror'] = null;
  asked = 0;
  isOver = false;

  constructor(private readonly fails: boolean) {}

  postMessage(): void {
    this.asked += 1;
    if (this.fails) setTimeout(() => this.onerror?.(undefined as never));
  }

  terminate(): void {
    this.isOver = true;
  }
}

class NoWorker extends LocalWorker {
  protected override start(): void {
    this.onerror?.({ message: 'refused' });
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  LocalWorker.begun.length = 0;
});

const made = { app: '0.1.0', created: '2026-11-24T00:00:00Z' };
const counts = { papers: 3, notes: 0 };

function source(pages: number, length = 10) {
  const records = (page: number) => [{ id: `arxiv:${page}`, title: 'é'.repeat(length) }];
  const list = Array.from({ length: pages }, (_, at) => ({ name: 'papers', records: records(at) }));
  return { ...made, read: () => ({ counts, pages: list }) };
}

const textOf = async (blob: Blob) =>
  strFromU8(gunzipSync(new Uint8Array(await blob.arrayBuffer())));

it('is the same file from a worker, which is let go of then', async () => {
  const here = await backupFile(source(3));
  vi.stubGlobal('Worker', LocalWorker);
  const there = await backupFile(source(3));
  expect(await textOf(there.blob)).toBe(await textOf(here.blob));
  expect(there.sha256).toBe(here.sha256);
  expect(there.counts).toEqual(counts);
  expect(LocalWorker.begun.map(({ address, isOver }) => [address, isOver])).toEqual([
    [expect.stringMatching(/\/backup-writer\.js$/), true],
  ]);
});

it('is the same file where another worker helps, which is let go of then, too', async () => {
  const here = await backupFile(source(40, 5000));
  vi.stubGlobal(
    'Worker',
    helpedBy(() => new LocalWorker('helper') as unknown as Helper),
  );
  const there = await backupFile(source(40, 5000));
  expect(await textOf(there.blob)).toBe(await textOf(here.blob));
  expect(there.sha256).toBe(here.sha256);
  expect(LocalWorker.begun).toHaveLength(2);
  const helper = LocalWorker.begun.find(({ address }) => address === 'helper');
  expect(helper).toMatchObject({ isOver: true });
  expect(helper?.told).toBeGreaterThan(5);
});

it.each([
  ['fails', true],
  ['never answers', false],
])('is whole where the worker that is to help %s', async (_, fails) => {
  const helper = new IdleHelper(fails);
  vi.stubGlobal(
    'Worker',
    helpedBy(() => helper),
  );
  const { blob } = await backupFile(source(20));
  vi.unstubAllGlobals();
  const here = await backupFile(source(20));
  expect(await textOf(blob)).toBe(await textOf(here.blob));
  expect(helper).toMatchObject({ asked: 1, isOver: true });
});

it('is whole where no worker can begin another one', async () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  vi.stubGlobal('Worker', helpedBy(refuse));
  const { blob } = await backupFile(source(3));
  expect((await textOf(blob)).trimEnd().split('\n')).toHaveLength(5);
});

it('waits outside of memory where the worker is slower, beyond a limit', async () => {
  vi.stubGlobal('Worker', LocalWorker);
  const file = await openBackupFile(100);
  file.begin('{}\n');
  const line = (at: number) => new TextEncoder().encode(`${at} ${'é'.repeat(40)}\n`);
  for (let at = 0; at < 10; at += 1) file.add(line(at), 1);
  const { blob } = await file.end();
  file.close();
  expect(LocalWorker.begun[0]?.blobs).toBe(8);
  const [, ...lines] = (await textOf(blob)).split('\n');
  expect(lines.slice(0, 10).map((one) => Number.parseInt(one, 10))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

it('is made where a worker cannot be', async () => {
  vi.stubGlobal('Worker', NoWorker);
  const { blob } = await backupFile(source(2));
  expect((await textOf(blob)).split('\n')).toHaveLength(5);
  expect(LocalWorker.begun[0]?.isOver).toBe(true);
});

it('ends with what went wrong while it was read', async () => {
  vi.stubGlobal('Worker', LocalWorker);
  const failing = { ...made, read: () => Promise.reject(new Error('the disk is gone')) };
  await expect(backupFile(failing)).rejects.toThrow('the disk is gone');
  expect(LocalWorker.begun[0]?.isOver).toBe(true);
});
