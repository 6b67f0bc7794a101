import { browser } from '../../lib/browser';
import { type Change, onChange } from '../../lib/changes';
import { onAnyOption } from '../../lib/page-options';
import { report } from '../../lib/report';
import type { TimedJob } from './alarms';
import { whenQuiet } from './when-quiet';

/** What is learned from, and what is worked out anew. */
const concerns = ({ stores }: Change): boolean =>
  !stores || stores.some((name) => ['decisions', 'papers', 'ranking'].includes(name));
const isDecided = ({ stores }: Change): boolean => !stores || stores.includes('decisions');

/** How long it is put off at most while changes go on, in ms. */
const patience = 15_000;
/** When it is done at the latest that was due when the worker was killed, in ms. */
const latest = 60_000;
/** Where it is noted in `storage.session` since when it is due, in ms since the epoch. */
const dueKey = 'rankDue';
const name = 'rank';

/** What is to be done, and what of it is under way. */
class Ranking {
  #running: AbortController | undefined;
  #due: number | undefined;
  /** The papers that changed since it was done last. */
  #changed: Set<string> | 'any' = new Set();
  /** How many changes there were. */
  #changes = 0;

  /** Notes a change, so that it is not lost with the worker. */
  note(change: Change): void {
    if (!concerns(change)) return;
    this.#changes += 1;
    if (!change.ids) this.#changed = 'any';
    else if (this.#changed !== 'any') for (const id of change.ids) this.#changed.add(id);
    if (this.#due === undefined) {
      this.#due = Date.now();
      browser.storage.session.set({ [dueKey]: this.#due }).catch(() => undefined);
    }
    // Whoever decides is not to wait for it, and it is not to wait for ever.
    if (isDecided(change) && Date.now() - this.#due < patience) this.#running?.abort();
  }

  async nextAt(): Promise<number | undefined> {
    const stored = (await browser.storage.session.get(dueKey))[dueKey];
    const due = this.#due ?? (typeof stored === 'number' ? stored : undefined);
    return due === undefined ? undefined : due + latest;
  }

  /** What changed before the worker was killed is known to nobody. */
  async #isCutOff(): Promise<boolean> {
    if (this.#due !== undefined) return false;
    return (await browser.storage.session.get(dueKey))[dueKey] !== undefined;
  }

  async run(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const changes = this.#changes;
    await rank(running.signal, (await this.#isCutOff()) ? 'any' : this.#changed);
    if (running.signal.aborted || changes !== this.#changes) return;
    this.#due = undefined;
    this.#changed = new Set();
    await Promise.all([
      browser.storage.session.remove(dueKey),
      browser.alarms.clear(`job:${name}`),
    ]);
  }
}

/**
 * Keeps it worked out what is likely for the reader of what waits for a decision, unless the reader has turned that
 * off. Begun when nothing has changed for a moment, and left alone as soon as the reader decides. What was due when the
 * worker was killed is done at the alarm of the job.
 * @returns The job, for `keepAlarms`.
 */
export function keepRanked(): TimedJob {
  const ranking = new Ranking();
  const run = () => {
    ranking.run().catch((error: unknown) => report('ranking', error));
  };
  onChange((change) => ranking.note(change));
  whenQuiet(run, concerns, patience);
  onAnyOption(run);
  // Whoever does jobs takes their functions out of them.
  return { name, nextAt: () => ranking.nextAt(), run: () => ranking.run() };
}

async function rank(signal: AbortSignal, changed: ReadonlySet<string> | 'any'): Promise<void> {
  const [{ readOptions }, { rankWaiting }] = await Promise.all([
    import('../../lib/options'),
    import('../../store/ranking/score-papers'),
  ]);
  if ((await readOptions()).ranks)
    await rankWaiting(Date.now(), signal, changed === 'any' ? changed : [...changed]);
}
