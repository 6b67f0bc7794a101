import { effect, type ReadonlySignal } from '@preact/signals';
import { coalesced } from '../../lib/coalesced';
import { type Notice, onNotice, takeNotices } from '../../lib/notices';
import { report } from '../../lib/report';

/**
 * Takes the notices as they come, until the signal aborts. While something else is told they wait.
 * @param told What the page tells now; `tell` sets it.
 */
export function tellNotices(
  told: ReadonlySignal<unknown>,
  tell: (notices: readonly Notice[]) => void,
  signal?: AbortSignal,
): void {
  const takeAll = coalesced(async () => {
    if (told.peek()) return;
    const notices = await takeNotices();
    if (notices.length > 0) tell(notices);
  });
  const take = () => void takeAll().catch((error: unknown) => report('notices', error));
  const stop = effect(() => {
    if (!told.value) take();
  });
  signal?.addEventListener('abort', stop);
  onNotice(take, signal);
}
