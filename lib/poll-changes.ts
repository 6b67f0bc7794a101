import { onStored } from './stored';

/** Where the state of asking for new papers is stored; see `PollState`. */
export const pollKey = 'poll';

/** Calls back whenever the state changes, in whichever context, until the signal aborts. */
export function onPollState(callback: () => void, signal?: AbortSignal): void {
  onStored(pollKey, callback, signal);
}
