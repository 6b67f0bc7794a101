import type { ImportSource } from '../../../imports/types';

/* Files cannot travel in an address. Whoever was given some keeps them until the page for them asks. */

const prefix = 'offprint-files-';

/**
 * Keeps files for the page that will ask for them, as long as this page lives.
 * @returns What that page asks by.
 */
export function keepFor(sources: readonly ImportSource[]): string {
  const id = crypto.randomUUID();
  const channel = new BroadcastChannel(prefix + id);
  channel.onmessage = ({ data }) => {
    if (data !== 'ready') return;
    channel.postMessage(sources);
    channel.close();
  };
  return id;
}

/**
 * Asks for files that another page keeps.
 * @param onFiles Called when they are there; never where that page is gone.
 */
export function askFor(
  id: string,
  onFiles: (sources: readonly ImportSource[]) => void,
  signal?: AbortSignal,
): void {
  const channel = new BroadcastChannel(prefix + id);
  channel.onmessage = ({ data }) => {
    if (!Array.isArray(data)) return;
    channel.close();
    onFiles(data as ImportSource[]);
  };
  signal?.addEventListener('abort', () => channel.close());
  channel.postMessage('ready');
}
