import type { PaperShape } from './in-page';

/**
 * The events that ours listens to. Which of them wake a worker the browser learns from what it listens to in its first
 * tick, so that no worker that does the same could do without:
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events
 */
const events = [
  'runtime.onInstalled',
  'runtime.onStartup',
  'storage.session.onChanged',
  'storage.local.onChanged',
  'alarms.onAlarm',
  'contextMenus.onClicked',
  'commands.onCommand',
  'omnibox.onInputStarted',
  'omnibox.onInputCancelled',
  'omnibox.onInputChanged',
  'omnibox.onInputEntered',
  'permissions.onAdded',
] as const;

/** What a manifest needs for a worker to have these events. */
export const listening = {
  permissions: ['storage', 'alarms', 'contextMenus'],
  omnibox: { keyword: 'bare' },
  commands: { bare: { description: 'Bare' } },
};

/** The little of the extension's world that a bare worker uses. */
interface Chrome {
  readonly runtime: {
    readonly onMessage: {
      addListener(
        listener: (message: unknown, sender: unknown, answer: (with_: object) => void) => unknown,
      ): void;
    };
  };
}
declare const chrome: Chrome;
type Part = Readonly<Record<string, unknown>>;
interface Event {
  addListener(listener: () => void): void;
}

/** A background that listens, puts the record it is sent, and does nothing else. Runs in the worker. */
function work({ keyPath, indexes }: PaperShape, heard: readonly string[]): void {
  for (const name of heard) {
    const event = name.split('.').reduce<Part>((part, key) => part[key] as Part, chrome as never);
    (event as unknown as Event).addListener(() => {});
  }
  let opening: Promise<IDBDatabase> | undefined;
  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bare', 1);
      request.onupgradeneeded = () => {
        const store = request.result.createObjectStore('papers', { keyPath });
        for (const { name, keyPath: path, options } of indexes)
          store.createIndex(name, path, options);
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const put = async (record: unknown) => {
    opening ??= open();
    const transaction = (await opening).transaction('papers', 'readwrite');
    transaction.objectStore('papers').put(record);
    return new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  };
  chrome.runtime.onMessage.addListener((message, _sender, answer) => {
    const { record } = message as { readonly record?: unknown };
    if (record === undefined) return undefined;
    put(record).then(
      () => answer({ value: null }),
      (error: unknown) => answer({ error: String(error) }),
    );
    return true;
  });
}

/**
 * The script of a background that answers `{ record }` when it has put the record, and lets any other message go. Its
 * manifest needs what is in `listening`.
 * @param shape The store of papers, whose indexes its own has as well.
 */
export function bareWorker({ keyPath, indexes }: PaperShape): string {
  return `(${work})(${JSON.stringify({ keyPath, indexes })}, ${JSON.stringify(events)});`;
}
