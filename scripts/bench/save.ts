import { paperOf } from '../../sites/huggingface/entry';
import { DigestPage } from '../../tests/e2e/pages/digest-page';
import { entryOf } from '../../tests/fixtures/papers';
import { serveDigest } from '../../tests/fixtures/svelte/page';
import { ContentWorld } from './content-world';
import { type Echo, installEcho } from './echo';
import { type Bench, inTurns, type Measure, tool } from './measure';
import { type Sample, summarize } from './result';

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
      click: { id: crypto.randomUUID(), at: Date.now() },
    },
  });
  return { page, decision };
}

/** A click on a card, from the content script's message to the answer that it is stored. */
export const save: Measure = {
  title: 'save',
  sizes: [1000, 20_000],
  async run(bench) {
    const { page, decision } = await openDigest(bench, 10_001);
    const world = await ContentWorld.of(page, bench.session.extensionUrl('').slice(0, -1));
    const samples = await inTurns(
      2 * bench.runs,
      (run) => world.timeMessage(decision(run)),
      tool(bench, 'barePut'),
    );
    await page.close();
    return [summarize('save', bench.papers, samples, { times: 4 })];
  },
};

/** The same with a background that sleeps, against a background that has nothing to do but answer. */
export const coldSave: Measure = {
  title: 'save, background asleep',
  sizes: [20_000],
  async run(bench) {
    const echo = await installEcho(bench.session);
    try {
      const samples = await wakeInTurns(bench, echo);
      return [summarize('save, background asleep', bench.papers, samples, { plusMs: 40 })];
    } finally {
      await echo.remove();
    }
  },
};

async function wakeInTurns(bench: Bench, echo: Echo): Promise<Sample[]> {
  const { page, decision } = await openDigest(bench, 20_001);
  const world = await ContentWorld.of(page, bench.session.extensionUrl('').slice(0, -1));
  const echoWorld = await ContentWorld.of(page, echo.origin);
  const cold = async (run: number) => {
    await bench.session.stopWorker();
    return world.timeMessage(decision(run));
  };
  const bare = async () => {
    await echo.stop();
    return echoWorld.timeMessage('echo');
  };
  const samples = await inTurns(bench.runs, cold, bare);
  await page.close();
  return samples;
}
