import { deflated } from '../../lib/deflated-file';
import { type Helper, SharedGzip } from './two-workers';
import { BackupWriter, type Written } from './writing';

/** What is told to a worker that writes a backup, or that helps such a one. */
export type Told =
  | { readonly head: string }
  | { readonly lines: Uint8Array<ArrayBuffer> | Blob; readonly records: number }
  | { readonly end: true }
  | { readonly deflate: Uint8Array<ArrayBuffer> };

/** What it answers: that it is there, how many bytes it has done, and what came of all of it or of a piece. */
export type Answer =
  | { readonly ready: true }
  | { readonly done: number }
  | { readonly written: Written }
  | { readonly deflated: Uint8Array<ArrayBuffer> }
  | { readonly failure: string };

/** What a worker has of its global object. */
export interface WorkerScope {
  postMessage(answer: Answer, transfer?: Transferable[]): void;
  onmessage: ((event: { readonly data: Told }) => void) | null;
}

/**
 * Writes one backup, as it is told to, or helps another worker with it.
 * @param openHelper Begins a worker like this one; throws, or gives none, where that cannot be.
 */
export function workFor(scope: WorkerScope, openHelper: () => Helper | undefined): void {
  let writer: BackupWriter | undefined;
  const take = async (told: Told): Promise<void> => {
    writer ??= writerFor(scope, openHelper);
    if ('head' in told) writer.begin(told.head);
    else if ('end' in told) scope.postMessage({ written: await writer.end() });
    else if ('lines' in told) {
      const { lines, records } = told;
      const bytes = lines instanceof Blob ? new Uint8Array(await lines.arrayBuffer()) : lines;
      writer.add(bytes, records);
    }
  };
  let work = Promise.resolve();
  scope.onmessage = ({ data }) => {
    if ('deflate' in data) {
      const piece = deflated(data.deflate);
      scope.postMessage({ deflated: piece }, [piece.buffer]);
      return;
    }
    work = work
      .then(() => take(data))
      .catch((error: unknown) => scope.postMessage({ failure: String(error) }));
  };
  scope.postMessage({ ready: true });
}

function writerFor(scope: WorkerScope, openHelper: () => Helper | undefined): BackupWriter {
  const onDone = (bytes: number) => scope.postMessage({ done: bytes });
  return new BackupWriter(new SharedGzip(helperFrom(openHelper), onDone));
}

/** A backup does without. */
function helperFrom(openHelper: () => Helper | undefined): Helper | undefined {
  try {
    return openHelper();
  } catch {
    return undefined;
  }
}
