import { paperOf } from '../../sites/huggingface/entry';
import { DigestPage } from '../../tests/e2e/pages/digest-page';
import { entryOf } from '../../tests/fixtures/papers';
import { serveDigest } from '../../tests/fixtures/svelte/page';
import { bareWorker, listening } from './bare-worker';
import { ContentWorld } from './content-world';
import { type Bench, inTurns, type Measure, tool } from './measure';
import { type Sample, summarize } from './result';
import { installSibling } from './sibling';

const day = '2026-03-27';

/**
 * Opens a digest; gives what its content script would send to save the n-th paper.
 * @param first The number of its first paper: what is saved already cannot be saved.
 */
async function openDigest(bench: Bench, first: number) {
  const entries = Array.from({ length: 40 }, (_, at) => entryOf(`2402.${first + at}`, day, at));
  const url = await serveDigest(bench.site, { day, papers: entries, hydrate: 'never' });
  const { page } = await DigestPage.open(bench.session, url);
  const visitAt = Date.now();
  const decision = (run: number) => ({
    type: 'decide',
    request: {
      digest: `huggingface:day:${day}`,
      day,
      shows: 'digest',
      visitAt,
      paper: paperOf(entries[run % entries.length]),
      to: run % 80 < 40 ? 'unread' : 'undecided',
      shown: run % 80 < 40 ? 'new' : 'unread',
      click: { id: crypto.randomUUID(), at: Date.now() },
    },
  });
  return { page, decision };
}

/** Two content scripts on one page, each with a background of its own. */
interface Worlds {
  readonly ours: ContentWorld;
  readonly bare: ContentWorld;
  /** Puts either background to sleep. */
  stop(of: 'ours' | 'bare'): Promise<void>;
  /** What ours is sent, and what the bare one is. */
  decision(run: number): unknown;
  record(): unknown;
}

/** Opens a digest on which a sibling extension stands beside ours, whose worker puts one record and answers. */
async function besideBare(
  bench: Bench,
  first: number,
  measure: (worlds: Worlds) => Promise<Sample[]>,
): Promise<Sample[]> {
  const shape = await tool(bench, 'aRecord')(0);
  const sibling = await installSibling(bench.session, {
    background: bareWorker(shape),
    manifest: listening,
    matches: 'https://huggingface.co/papers*',
  });
  try {
    const { page, decision } = await openDigest(bench, first);
    const ours = await ContentWorld.of(page, bench.session.extensionUrl('').slice(0, -1));
    const bare = await ContentWorld.of(page, sibling.origin);
    const stop = (of: 'ours' | 'bare') =>
      of === 'ours' ? bench.session.stopWorker() : sibling.stop();
    const record = () => ({ record: shape.record });
    // Nobody watches the bare one either.
    return await bench.session.unwatched(() => measure({ ours, bare, stop, decision, record }));
  } finally {
    await sibling.remove();
  }
}

/** A click on a card, from the content script's message to the answer that it is stored. */
export const save: Measure = {
  title: 'save',
  sizes: [1000, 20_000],
  async run(bench) {
    const samples = await besideBare(bench, 10_001, ({ ours, bare, decision, record }) =>
      inTurns(
        2 * bench.runs,
        (run) => ours.timeMessage(decision(run)),
        () => bare.timeMessage(record()),
      ),
    );
    return [summarize('save', bench.papers, samples, { times: 2 })];
  },
};

/** The same with a background that sleeps, against a bare one that sleeps. */
export const coldSave: Measure = {
  title: 'save, background asleep',
  sizes: [20_000],
  async run(bench) {
    const asleep = await besideBare(bench, 20_001, ({ ours, bare, stop, decision, record }) =>
      inTurns(
        bench.runs,
        async (run) => {
          await stop('ours');
          return ours.timeMessage(decision(run));
        },
        async () => {
          await stop('bare');
          return bare.timeMessage(record());
        },
      ),
    );
    return [summarize('save, background asleep', bench.papers, asleep, { times: 2 })];
  },
};

/** A message that no background has an answer to comes back as soon as it woke up and heard it. */
const idle = { type: 'nothing' };

/** The background's way from sleep to hearing a message, against a worker that does nothing but listen. */
export const wakeUp: Measure = {
  title: 'background wakes up',
  sizes: [20_000],
  async run(bench) {
    const samples = await besideBare(bench, 30_001, ({ ours, bare, stop }) =>
      inTurns(
        2 * bench.runs,
        async () => {
          await stop('ours');
          return ours.timeUnanswered(idle);
        },
        async () => {
          await stop('bare');
          return bare.timeUnanswered(idle);
        },
      ),
    );
    return [summarize('background wakes up', bench.papers, samples, { times: 1.3 })];
  },
};
