/** Of the File System Access API, which is in no other browser than Chrome (https://wicg.github.io/file-system-access/). */
interface Picker {
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

interface Askable {
  queryPermission(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(descriptor: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

const mode = 'readwrite';

function hasPicker(scope: object): scope is Picker {
  return 'showDirectoryPicker' in scope;
}

/** Whether this browser lets a folder be chosen. */
export function canChooseDirectory(): boolean {
  return hasPicker(globalThis);
}

/**
 * Lets the reader choose a folder of this computer, which may be written to until the browser ends, or longer where the reader
 * allows that. Call within a click.
 * @param id What it is for: the browser opens next where it was last for that.
 * @throws DOMException `AbortError` where the reader chose none.
 */
export function chooseDirectory(id: string): Promise<FileSystemDirectoryHandle> {
  const scope: object = globalThis;
  if (!hasPicker(scope)) throw new Error('this browser lets no folder be chosen');
  return scope.showDirectoryPicker({ id, mode });
}

/** Whether a folder may be written to now, without asking. */
export async function isDirectoryAllowed(directory: FileSystemDirectoryHandle): Promise<boolean> {
  const askable = directory as FileSystemDirectoryHandle & Askable;
  return (await askable.queryPermission({ mode })) === 'granted';
}

/** Has the browser ask whether a folder may be written to. Call within a click. */
export async function allowDirectory(directory: FileSystemDirectoryHandle): Promise<boolean> {
  const askable = directory as FileSystemDirectoryHandle & Askable;
  return (await askable.requestPermission({ mode })) === 'granted';
}
