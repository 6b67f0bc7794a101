import { changeBackupState, readBackupState } from '../../lib/backup-state';
import { askForBackupUrl, mayDownload } from '../../lib/backup-url';
import { browser } from '../../lib/browser';
import { withOffscreen } from '../../lib/offscreen';
import { fileOf, keptBackups } from '../../store/backup/kept/files';
import { type KeptBackup, lastMadeFirst } from '../../store/backup/kept/retention';

const week = 7 * 86_400_000;

/**
 * Puts the newest backup into the downloads folder, where the reader has chosen that, the browser allows it, and none with
 * what is in it went there before; once a week at most.
 * @throws Error when the browser could not write it.
 */
export async function downloadWeekly(now: number): Promise<void> {
  const { downloads } = await readBackupState();
  if (!downloads) return;
  const [newest] = lastMadeFirst(await keptBackups(), now);
  const isTooSoon = downloads.at !== undefined && Math.abs(now - downloads.at) < week;
  if (!newest || newest.hash === downloads.hash || isTooSoon) return;
  if (!(await browser.permissions.contains(mayDownload))) return;
  await withUrl(newest, (url) => download(url, newest.at));
  await changeBackupState({ downloads: { at: now, hash: newest.hash } });
}

/** Chrome's worker can make no address of a file, and has a page that nobody sees do it. */
async function withUrl({ name }: KeptBackup, use: (url: string) => Promise<void>): Promise<void> {
  if (import.meta.env.FIREFOX) {
    const file = await fileOf(name);
    if (!file) return;
    const url = URL.createObjectURL(file);
    await use(url).finally(() => URL.revokeObjectURL(url));
    return;
  }
  await withOffscreen(async () => {
    const url = await askForBackupUrl(name);
    if (url) await use(url);
  });
}

interface Ended {
  readonly state: string | undefined;
  readonly error: string | undefined;
}

/** Resolves when the file is there. */
async function download(url: string, at: number): Promise<void> {
  const filename = `Offprint/offprint-${new Date(at).toISOString().slice(0, 10)}.jsonl.gz`;
  const { onChanged } = browser.downloads;
  // One may have ended before its number is told.
  const ended = new Map<number, Ended>();
  let tell = () => {};
  const listener: Parameters<typeof onChanged.addListener>[0] = ({ id, state, error }) => {
    if (state?.current === 'in_progress' || !state) return;
    ended.set(id, { state: state.current, error: error?.current });
    tell();
  };
  onChanged.addListener(listener);
  try {
    const id = await browser.downloads.download({ url, filename, conflictAction: 'uniquify' });
    const { state, error } = await new Promise<Ended>((resolve) => {
      tell = () => {
        const end = ended.get(id);
        if (end) resolve(end);
      };
      tell();
    });
    if (state !== 'complete') throw new Error(`The download was interrupted: ${error}`);
  } finally {
    onChanged.removeListener(listener);
  }
}
