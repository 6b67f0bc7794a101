import { type Change, onChange } from '../../lib/changes';
import { onAnyOption } from '../../lib/page-options';
import { report } from '../../lib/report';
import { whenQuiet } from './when-quiet';

/** What is learned from, and what is worked out anew. */
const concerns = ({ stores }: Change): boolean =>
  !stores || stores.some((name) => ['decisions', 'papers', 'ranking'].includes(name));

/**
 * Keeps it worked out what is likely for the reader of what waits for a decision, unless the reader has turned that
 * off. Begun when nothing has changed for a moment, and left alone as soon as something does: whoever decides is not to
 * wait for it.
 */
export function keepRanked(): void {
  let running: AbortController | undefined;
  const stop = () => running?.abort();
  const run = () => {
    stop();
    running = new AbortController();
    rank(running.signal).catch((error: unknown) => report('ranking', error));
  };
  onChange((change) => concerns(change) && stop());
  whenQuiet(run, concerns);
  onAnyOption(run);
}

async function rank(signal: AbortSignal): Promise<void> {
  const [{ readOptions }, { rankWaiting }] = await Promise.all([
    import('../../lib/options'),
    import('../../store/ranking/score-papers'),
  ]);
  if ((await readOptions()).ranks) await rankWaiting(Date.now(), signal);
}
