import { afterEach, describe, expect, test } from 'vitest';
import { debianServers } from '../support/servers/debian';
import { startS3rver, startWebdavServer } from '../support/servers/packaged';
import type { RunningServer } from '../support/servers/running';
import { soundUntil } from './harness/alarm';
import { type Allowed, allowed } from './harness/allowed';
import { type Launched, launch } from './harness/launch';
import { type Recorder, record } from './harness/recorder';
import { sharedSite } from './harness/running';
import type { Session } from './harness/session';
import type { BrowserName } from './harness/start';
import { extensionDir } from './harness/suite';
import { waitUntil } from './harness/wait';
import { Probe } from './pages/probe';
import { Store } from './pages/store';
import { SyncSection } from './pages/sync-section';

/** What none of may be read on the way: of each paper title, tag and note. */
const secrets = [
  'Sparse attention',
  'Dense retrieval',
  'my-own-tag',
  'Read again',
  'Compare both',
  'Written before',
];
const [sparse, dense] = [
  { id: 'arxiv:2603.00001', title: 'Sparse attention', authors: ['Ada Lovelace'] },
  { id: 'arxiv:2603.00002', title: 'Dense retrieval', authors: ['Émile Borel'] },
] as const;

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A browser with a profile of its own, whose reader allows what sync asks for. */
async function device(name: BrowserName): Promise<Session> {
  const offscreen = name === 'chromium' ? ['offscreen'] : [];
  const copy: Allowed = await allowed(extensionDir(name), ['http://127.0.0.1/*'], offscreen);
  closing.push(copy.dispose);
  const site = await sharedSite();
  const launched: Launched = await launch(name, { site, extensionDir: copy.extensionDir });
  closing.push(launched.dispose);
  return launched.session;
}

/** A server: one of npm's, unless another is wanted; see scripts/sync-servers.mjs. */
function startServer(): Promise<RunningServer> {
  const wanted = process.env.OFFPRINT_SYNC_SERVER;
  if (!wanted) return startWebdavServer();
  if (wanted === 's3rver') return startS3rver();
  const start = debianServers.find(({ name }) => name === wanted)?.start;
  if (!start) throw new Error(`there is no ${wanted} here`);
  return start();
}

interface Place extends Recorder {
  readonly user: string;
  readonly password: string;
  readonly bucket: string | undefined;
}

async function storage(): Promise<Place> {
  const server = await startServer();
  closing.push(server.stop);
  const recorder = await record(server.address);
  closing.push(recorder.close);
  const { user, password, bucket } = server;
  return { ...recorder, user, password, bucket };
}

/** A browser notes each answer that is none of success; a folder that is not there yet is one, which nginx calls 500. */
const isAnswer = (problem: string) =>
  /Failed to load resource: .* status of (4\d\d|500)/.test(problem);

/** Who begins the list, and who joins it. The other way round where each server is tried; see scripts/sync-servers.mjs. */
const pairs: readonly (readonly [BrowserName, BrowserName])[] = [
  ['firefox', 'chromium'],
  ...(process.env.OFFPRINT_SYNC_SERVER ? [['chromium', 'firefox'] as const] : []),
];

describe.each(pairs)('%s, and then %s', (begins, joins) => {
  test('two devices share a list through a storage that cannot read it', async () => {
    const place = await storage();
    const [one, other] = await Promise.all([device(begins), device(joins)]);
    const [mine, theirs] = [await Probe.open(one), await Probe.open(other)];
    await mine.save([sparse], [['my-own-tag']]);
    await mine.note(sparse.id, 'Read again');
    await theirs.save([sparse, dense]);
    await theirs.note(sparse.id, 'Compare both');

    const here = await SyncSection.open(one);
    await here.tryStorage(place);
    const code = await here.begin();
    const there = await SyncSection.open(other);
    await there.tryStorage(place);
    await there.look(code);
    await there.says('In the storage: 1 paper. Here: 2 papers. In both: 1 paper.');
    await there.says('1 note differs; both texts are kept.');
    await there.join();
    await here.sync();
    const [stored, joined] = [new Store(one), new Store(other)];
    for (const store of [stored, joined]) {
      expect((await store.papersIn('unread')).sort()).toEqual([sparse.id, dense.id]);
      expect(await store.tagsOf(sparse.id)).toEqual(['my-own-tag']);
      expect(await store.titleOf(dense.id)).toBe('Dense retrieval');
      const note = (await store.noteOf(sparse.id)) ?? '';
      for (const text of ['Read again', 'Compare both']) expect(note).toContain(text);
      expect(await store.disagreements()).toEqual([]);
    }

    // Nobody looks: the background does it, in a page that nobody sees.
    const before = await there.succeededAt();
    const heads = () => place.asked.filter((asked) => /^PUT .*\/h\//.test(asked)).length;
    const headsBefore = heads();
    await mine.tag(dense.id, 'my-own-tag');
    await here.says('1 change waits.');
    await here.page.close();
    await there.page.close();
    await one.stopWorker();
    await soundUntil(one, 'sync', () => heads() > headsBefore, { what: 'a head to be written' });
    const hasCome = async () => (await joined.tagsOf(dense.id)).includes('my-own-tag');
    await soundUntil(other, 'sync', hasCome, {
      what: 'what was said on one device to come to the other',
    });
    await waitUntil(async () => ((await there.succeededAt()) ?? 0) > (before ?? 0), {
      what: 'the round to be over',
    });

    // One dies while the storage keeps what it put there, and says what it has to say when it lives again.
    await (await Probe.open(one)).note(dense.id, 'Written before the end');
    const dying = await SyncSection.open(one);
    const puts = () => place.asked.filter((asked) => asked.startsWith('PUT')).length;
    const putsBefore = puts();
    place.keepSilent(true);
    await dying.press('Sync now');
    await waitUntil(() => puts() > putsBefore, { what: 'something to be put' });
    await one.kill();
    place.keepSilent(false);
    await one.start();
    await one.forgiveProblems();
    await (await SyncSection.open(one)).sync();
    const isWhole = async () => (await joined.noteOf(dense.id)) === 'Written before the end';
    await soundUntil(other, 'sync', isWhole, { what: 'what was written before the end to come' });
    for (const store of [stored, joined]) expect(await store.disagreements()).toEqual([]);

    const sent = place.sent();
    expect(sent.length).toBeGreaterThan(1000);
    for (const secret of secrets) expect(sent.includes(secret), secret).toBe(false);
    for (const session of [one, other]) {
      const problems = await session.problems();
      expect(problems.filter((problem) => !isAnswer(problem))).toEqual([]);
    }
  });
});
