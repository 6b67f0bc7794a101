import type { Local } from '../../sync/local';
import type { Remote } from '../../sync/remotes/remote';
import type { Tools } from '../../sync/round/tools';

/** How many a browser gives at once: https://w3c.github.io/webcrypto/#Crypto-method-getRandomValues. */
const randomAtOnce = 65_536;

/** Random bytes, as many as are asked for. */
export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += randomAtOnce)
    crypto.getRandomValues(bytes.subarray(at, at + randomAtOnce));
  return bytes;
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
