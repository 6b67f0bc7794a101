const channelName = 'offprint-backup-url';

interface Question {
  readonly name: string;
}

interface Answer {
  readonly of: string;
  /** Empty where the file is there no longer. */
  readonly url: string;
}

/** What the reader allows for a backup a week in the downloads folder; in Chrome a page that nobody sees belongs to it. */
export const mayDownload = {
  permissions: import.meta.env.FIREFOX
    ? ['downloads' as const]
    : ['downloads' as const, 'offscreen' as const],
};

/**
 * Asks the page, which has to be open, for the address of a backup's file; it holds as long as the page is there.
 * @returns `undefined` where the file is there no longer.
 */
export function askForBackupUrl(name: string): Promise<string | undefined> {
  const channel = new BroadcastChannel(channelName);
  return new Promise<string>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<Partial<Answer>>) => {
      if (data.of === name) resolve(data.url ?? '');
    };
    channel.postMessage({ name } satisfies Question);
  })
    .then((url) => url || undefined)
    .finally(() => channel.close());
}

/** Answers it; a file that cannot be read is there no longer. */
export function answerForBackupUrls(urlOf: (name: string) => Promise<string | undefined>): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = async ({ data }: MessageEvent<Partial<Question>>) => {
    if (!data.name) return;
    const url = (await urlOf(data.name).catch(() => undefined)) ?? '';
    channel.postMessage({ of: data.name, url } satisfies Answer);
  };
}
