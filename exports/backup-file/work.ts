import { BackupWriter, type Written } from './writing';

/** What is told to a worker that writes a backup. */
export type Told =
  | { readonly head: string }
  | { readonly lines: Uint8Array<ArrayBuffer> | Blob; readonly records: number }
  | { readonly end: true };

/** What it answers: that it is there, how many bytes it has done, and what came of all of it. */
export type Answer =
  | { readonly ready: true }
  | { readonly done: number }
  | { readonly written: Written }
  | { readonly failure: string };

/** What a worker has of its global object. */
export interface WorkerScope {
  postMessage(answer: Answer): void;
  onmessage: ((event: { readonly data: Told }) => void) | null;
}

/** Writes one backup, as it is told to. */
export function workFor(scope: WorkerScope): void {
  const writer = new BackupWriter();
  const take = async (told: Told): Promise<void> => {
    if ('head' in told) writer.begin(told.head);
    else if ('end' in told) scope.postMessage({ written: await writer.end() });
    else {
      const { lines, records } = told;
      const bytes = lines instanceof Blob ? new Uint8Array(await lines.arrayBuffer()) : lines;
      writer.add(bytes, records);
      scope.postMessage({ done: bytes.length });
    }
  };
  let work = Promise.resolve();
  scope.onmessage = ({ data }) => {
    work = work
      .then(() => take(data))
      .catch((error: unknown) => scope.postMessage({ failure: String(error) }));
  };
  scope.postMessage({ ready: true });
}
