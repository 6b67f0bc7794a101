import type { Local } from '../../sync/local';
import type { Remote } from '../../sync/remotes/remote';
import type { Tools } from '../../sync/round/tools';

/** Random bytes, as many as are asked for. */
export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** What a round needs from outside, as it is in a browser. */
export function toolsFor(
  local: Local,
  remote: Remote,
  { app, signal }: Pick<Tools, 'app' | 'signal'>,
): Tools {
  return {
    ...{ local, remote, app, signal },
    now: () => Date.now(),
    random: randomBytes,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
