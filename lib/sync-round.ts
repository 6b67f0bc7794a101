const channelName = 'offprint-sync';

interface Question {
  readonly ask: string;
  /** The version of Offprint, which that page does not know. */
  readonly app: string;
}

interface Answer {
  readonly of: string;
  /** What went wrong that no round should. */
  readonly error?: string;
}

/**
 * Has the hidden page, which has to be open, do a round of the sync.
 * @throws Error where the round could not even say what is wrong.
 */
export async function askForRound(app: string): Promise<void> {
  const channel = new BroadcastChannel(channelName);
  const ask = crypto.randomUUID();
  try {
    const error = await new Promise<string | undefined>((resolve) => {
      channel.onmessage = ({ data }: MessageEvent<Partial<Answer>>) => {
        if (data.of === ask) resolve(data.error);
      };
      channel.postMessage({ ask, app } satisfies Question);
    });
    if (error !== undefined) throw new Error(error);
  } finally {
    channel.close();
  }
}

/** Answers it. */
export function answerForRounds(run: (app: string) => Promise<void>): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = async ({ data }: MessageEvent<Partial<Question>>) => {
    if (!data.ask) return;
    const error = await run(data.app ?? '').then(
      () => undefined,
      (cause: unknown) => String(cause),
    );
    channel.postMessage({
      of: data.ask,
      ...(error === undefined ? {} : { error }),
    } satisfies Answer);
  };
}
