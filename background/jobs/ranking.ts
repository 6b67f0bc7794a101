import { report } from '../../lib/report';
import { whenQuiet } from './when-quiet';

/**
 * Keeps it worked out, after changes, what is likely for the reader of what waits for a decision, unless the reader
 * has turned that off.
 */
export function keepRanked(): void {
  whenQuiet(() => {
    rank().catch((error: unknown) => report('ranking', error));
  });
}

async function rank(): Promise<void> {
  const [{ readOptions }, { rankWaiting }] = await Promise.all([
    import('../../lib/options'),
    import('../../store/ranking/score-papers'),
  ]);
  if ((await readOptions()).ranks) await rankWaiting(Date.now());
}
