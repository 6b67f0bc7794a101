import type { Reader } from './reader';

/** Chooses files on the page that takes them, as in the browser's own dialog. */
export async function choose(
  reader: Reader,
  ...files: readonly (readonly [name: string, content: string | Uint8Array])[]
): Promise<void> {
  await reader.user.upload(
    reader.in().getByLabelText('Choose files …'),
    files.map(([name, content]) => new File([content as BlobPart], name)),
  );
}

/** Drops something on the page, as a browser hands it over. */
export function drop(dropped: {
  readonly files?: readonly File[];
  readonly entries?: readonly unknown[];
  readonly text?: string;
}): void {
  const { files = [], entries = [], text = '' } = dropped;
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  const isFile = files.length + entries.length > 0;
  const event = new Event('drop', { bubbles: true, cancelable: true });
  const dataTransfer = {
    ...{ files, items, types: isFile ? ['Files'] : ['text/plain'] },
    getData: (type: string) => (type === 'text/plain' ? text : ''),
  };
  Object.assign(event, { dataTransfer });
  document.body.dispatchEvent(event);
}

/** A folder as a browser hands it over: files of the folder in two parts, then nothing. */
export function folderOf(path: string, files: Readonly<Record<string, string>>): unknown {
  const entries = Object.entries(files).map(([name, content]) => ({
    ...{ name, isFile: true, isDirectory: false, fullPath: `${path}/${name}` },
    file: (take: (file: File) => void) => take(new File([content], name)),
  }));
  const parts = [entries.slice(0, 1), entries.slice(1)];
  const readEntries = (take: (some: unknown) => void) => take(parts.shift() ?? []);
  const name = path.split('/').at(-1) ?? '';
  return {
    ...{ name, isFile: false, isDirectory: true, fullPath: path },
    createReader: () => ({ readEntries }),
  };
}
