import { canonical } from '../../papers/words/stamp';
import { bytesOf } from '../bytes';
import type { Local, Own, Peer } from '../local';
import { RemoteError } from '../remotes/remote';
import { VaultError } from '../vault/errors';
import { applyPlan } from './apply';
import { isTooMuch, lossesOf } from './failsafe';
import { readHeads, type Told } from './heads';
import { filePath } from './paths';
import { type Plan, planOf } from './plan';
import { publishAll } from './publish-all';
import { type Pulled, pull } from './pull';
import { type Ready, readied, reborn } from './ready';
import { RehearsedLocal, RehearsedRemote } from './rehearsal';
import type { Answer, Done, Losses, Outcome, Teller } from './report';
import type { Tools } from './tools';
import { withVaultNews } from './vault-news';
import { Workspace } from './workspace';

/** How many packs of cards one round reads: words come first, and a next round follows. */
const packsInRound = 3;

/** What the reader has said to how an earlier round ended. */
export interface Choices {
  readonly answer?: Answer;
  /** Publish this device's list in a storage that is empty. */
  readonly isAgain?: boolean;
  /** Write all that this device has anew: before another one's files are taken away. */
  readonly isWhole?: boolean;
}

/**
 * What a round would do now, by the round itself: nothing is written, here or in the storage.
 * @throws What the store throws, and the signal's reason.
 */
export function rehearsed(tools: Tools, choices: Choices = {}): Promise<Outcome> {
  const local = new RehearsedLocal(tools.local);
  const remote = new RehearsedRemote(tools.remote);
  return round({ ...tools, local, remote, wait: async () => {} }, choices);
}

/**
 * One round: what others wrote comes here, what was said here goes there. Killed anywhere, the next one repairs it.
 * @throws What the store throws, and the signal's reason.
 */
export async function round(tools: Tools, choices: Choices = {}): Promise<Outcome> {
  try {
    return await through(tools, choices);
  } catch (error) {
    if (error instanceof RemoteError) return { kind: 'failed', error };
    if (!(error instanceof VaultError)) throw error;
    if (error.kind === 'unknownKey') return { kind: 'needsCode' };
    if (error.kind === 'newer') return { kind: 'tooOld' };
    throw error;
  }
}

async function through(tools: Tools, choices: Choices): Promise<Outcome> {
  const { answer } = choices;
  const { local } = tools;
  const known = await local.own();
  if (!known) throw new Error('sync is not set up');
  const ready = await readied(tools, known, choices);
  if ('outcome' in ready) return ready.outcome;
  const peers = await local.peers();
  const told = await readHeads(tools, ready.own, peers, ready.listed);
  const parting = told.flatMap(({ head }) => head?.forked[ready.own.device] ?? []);
  if (parting.length) {
    await reborn(tools, ready.own, { since: Math.min(...parting), isForked: false });
    return through(tools, choices);
  }
  const own = await withVaultNews(tools, ready.own, told);
  const pulled = await pull(tools, own, told, packsInRound);
  const workspace = new Workspace(local, own);
  const plan = await planOf(local, workspace, pulled);
  const from = tellers(told, peers, pulled.peers);
  const losses = lossesOf(plan);
  const verdict = await verdictOn(local, losses, from, answer);
  if (typeof verdict === 'object') return verdict;
  const counts = await countsOf(tools, own, plan);
  await applyPlan(local, workspace, plan, verdict === 'keep');
  // Of whom nothing opened yet nothing is known.
  const heard = pulled.peers.filter(({ count }) => count > 0);
  const changed = heard.filter((peer) => !peers.some((one) => isSame(one, peer)));
  if (changed.length) await local.merged(changed);
  const all = [...peers.filter(({ device }) => !isIn(device, heard)), ...heard];
  const published = await publishAll(tools, workspace, {
    ready: { ...ready, own },
    peers: all,
    heads: told,
    missing: pulled.missing,
    hasNews: from.length > 0,
  });
  if ('outcome' in published) return published.outcome;
  const done = { ...doneOf(ready, told, pulled, plan), ...counts, losses, from, ...published };
  return { kind: 'done', done };
}

/** Whether what would go may go: by itself, or as the reader said of this very plan. */
async function verdictOn(
  local: Local,
  losses: Losses,
  from: readonly Teller[],
  answer: Answer | undefined,
): Promise<Answer['choice'] | Outcome> {
  const isStopping = isTooMuch(losses, await local.savedCount());
  if (!answer && !isStopping) return 'apply';
  const plan = await planName(losses, from);
  if (answer?.plan === plan) return answer.choice;
  return isStopping ? { kind: 'stopped', losses, from, plan } : 'apply';
}

function isSame(one: Peer, other: Peer): boolean {
  return canonical(one) === canonical(other);
}

function isIn(device: string, peers: readonly Peer[]): boolean {
  return peers.some((peer) => peer.device === device);
}

/** Those of whom more is known than before. */
function tellers(
  told: readonly Told[],
  before: readonly Peer[],
  after: readonly Peer[],
): readonly Teller[] {
  const mergedIn = (peers: readonly Peer[], device: string) =>
    peers.find((peer) => peer.device === device)?.merged ?? 0;
  return told
    .map(({ peer }) => peer)
    .filter(({ device }) => mergedIn(after, device) > mergedIn(before, device))
    .map(tellerOf);
}

function tellerOf({ device, name, at }: Peer): Teller {
  return { device, name, at };
}

/** What an answer is to: the same losses from the same devices, and nothing else. */
async function planName(losses: Losses, from: readonly Teller[]): Promise<string> {
  const told = canonical({ losses, from: from.map(({ device }) => device) });
  const hash = await crypto.subtle.digest('SHA-256', bytesOf(told));
  return [...new Uint8Array(hash, 0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** What there is on either side, of a device that joins: counting it all is not for every round. */
async function countsOf({ local }: Tools, own: Own, { documents }: Plan) {
  if (own.count > 0) return { there: 0, here: 0, both: 0 };
  const all = [...documents.values()].flatMap(({ papers }) => papers);
  const there = all.filter(({ after }) => Object.keys(after.words).length > 0);
  const both = there.filter(({ here }) => Object.keys(here?.words ?? {}).length > 0);
  const here = await local.saidIds();
  return { there: there.length, here: here.length, both: both.length };
}

function doneOf(
  { self }: Ready,
  told: readonly Told[],
  { missing, peers }: Pulled,
  { documents, notesApart, statesApart }: Plan,
): Omit<Done, 'losses' | 'from' | 'there' | 'here' | 'both' | 'files' | 'bytes'> {
  const changes = [...documents.values()].flatMap(({ papers }) => papers);
  const came = changes.filter(({ here }) => here === undefined).length;
  const isChanged = ({ here, result }: (typeof changes)[number]) =>
    here !== undefined && canonical(here) !== canonical(result);
  return {
    ...{ self, missing, notesApart, statesApart, came },
    packs: packsOf(told, peers),
    changed: changes.filter(isChanged).length,
    isMore: told.some(
      ({ head }) =>
        head &&
        // What is not there now is not there a moment later.
        !missing.some((path) => path.startsWith(filePath(head.device, ''))) &&
        peers.some((peer) => peer.device === head.device && isBehind(peer, head.packs)),
    ),
    unreadable: told.filter(({ isUnreadable }) => isUnreadable).map(({ peer }) => tellerOf(peer)),
    rolledBack: told.filter(({ isRolledBack }) => isRolledBack).map(({ peer }) => tellerOf(peer)),
  };
}

function packsOf(told: readonly Told[], peers: readonly Peer[]): Done['packs'] {
  let [read, there] = [0, 0];
  for (const { head } of told) {
    const peer = peers.find(({ device }) => device === head?.device);
    there += head?.packs.length ?? 0;
    read += head?.packs.filter((name) => peer?.packs.includes(name)).length ?? 0;
  }
  return { read, there };
}

function isBehind({ packs }: Peer, there: readonly string[]): boolean {
  return there.some((name) => !packs.includes(name));
}
