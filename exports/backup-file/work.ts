import { BackupWriter } from './writing';

/** What is told to a worker that writes a backup. */
export type Told = { readonly lines: Uint8Array<ArrayBuffer> | Blob } | { readonly end: true };

/** What it answers: that it is there, how many bytes it has taken, and what came of all of it. */
export type Answer =
  | { readonly ready: true }
  | { readonly done: number }
  | { readonly file: Blob }
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
    if ('end' in told) scope.postMessage({ file: await writer.end() });
    else {
      const { lines } = told;
      const bytes = lines instanceof Blob ? new Uint8Array(await lines.arrayBuffer()) : lines;
      const { length } = bytes;
      writer.add(bytes);
      scope.postMessage({ done: length });
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
