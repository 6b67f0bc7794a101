import { areSame, type Bytes } from '../bytes';
import type { ProbeCode, ProbeOddity } from './probe-codes';
import { type Remote, RemoteError } from './remote';

export interface Finding {
  readonly code: ProbeCode;
  /** `stops`: no sync on this storage as it is; `warns`: it works, with what the code says. */
  readonly weight: 'stops' | 'warns';
  /** For whoever mends it: see `RemoteError`. */
  readonly detail: string;
  /** How long the storage asks to be left alone, in ms. */
  readonly retryAfter?: number;
}

export interface ProbeReport {
  /** In the order in which they were found; none where the storage does all that is asked of it. */
  readonly findings: readonly Finding[];
  readonly isUsable: boolean;
}

export interface ProbeWorld {
  /** Of the storage, as the reader wrote it. */
  readonly address: string;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Bytes that nobody has written before. */
  readonly random: (length: number) => Bytes;
  /** Told as each step begins, from 0 to `probeSteps`. */
  readonly onStep?: (step: number) => void;
}

/** A remote that may have heard what its storage's clock says. */
export type TimedRemote = Remote & { readonly serverTime?: number | undefined };

/** The largest file that is ever written; where a storage refuses it, smaller ones are. */
const largest = 524_288;
/** A storage that refuses these as well is none. */
const smaller = [131_072, 32_768];
const warning: ReadonlySet<ProbeCode> = new Set<ProbeCode>([
  'late',
  'leftBehind',
  'takesSmallFiles',
  'tellsNoChanges',
  'unprotected',
  'clocksDiffer',
]);
/** From which on clocks are far apart, in ms. */
const farApart = 300_000;

type Found = (code: ProbeCode, detail?: string) => void;

interface Trial {
  readonly remote: TimedRemote;
  /** A folder of its own, that nobody else writes to. */
  readonly folder: string;
  readonly world: ProbeWorld;
  readonly signal: AbortSignal;
  readonly found: Found;
}

type Step = (trial: Trial) => Promise<void>;

/**
 * Tries a storage out as sync uses it, in a folder of its own within the reader's, and takes away what it wrote.
 * @returns What it found; a storage that cannot be reached is a finding, too.
 * @throws The signal's reason.
 */
export async function probe(
  remote: TimedRemote,
  world: ProbeWorld,
  signal: AbortSignal,
): Promise<ProbeReport> {
  const findings = new Map<ProbeCode, Finding>();
  const found = (code: ProbeCode, detail = '', retryAfter?: number) => {
    const weight = warning.has(code) ? 'warns' : 'stops';
    const finding = {
      code,
      weight,
      detail,
      ...(retryAfter !== undefined && { retryAfter }),
    } as const;
    if (!findings.has(code)) findings.set(code, finding);
  };
  if (isUnprotected(world.address)) found('unprotected', world.address);
  const folder = `trial-${[...world.random(8)].map((byte) => byte.toString(36)).join('')}`;
  const trial: Trial = { remote, folder, world, signal, found };
  let begun = 0;
  try {
    for (const step of steps) {
      world.onStep?.(begun);
      await step(trial);
      begun += 1;
    }
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    found(codeOf(error, world.address), error.detail, error.retryAfter);
    const hasWritten = begun > steps.indexOf(readsBack);
    if (begun > 0) await tidied(trial).catch(() => hasWritten && found('leftBehind', folder));
    signal.throwIfAborted();
  }
  // Who keeps both gives the old one.
  if (findings.has('keepsBoth')) findings.delete('stale');
  const all = [...findings.values()];
  return { findings: all, isUsable: all.every(({ weight }) => weight === 'warns') };
}

const steps: readonly Step[] = [
  ({ remote, folder, signal }) => remote.makeFolder(folder, signal),
  missesWhatIsMissing,
  readsBack,
  overwrites,
  takesLargeFiles,
  listsAll,
  removes,
  comparesClocks,
];

/** How many steps there are. */
export const probeSteps = steps.length;

async function missesWhatIsMissing({ remote, folder, signal, found }: Trial): Promise<void> {
  const bytes = await remote.get(`${folder}/never-written`, signal);
  if (bytes) found('inventsFiles', `${folder}/never-written`);
}

async function readsBack(trial: Trial): Promise<void> {
  const written = trial.world.random(1000);
  await writesAndReads(trial, 'first', written, (read) => judge(written, read));
}

async function overwrites(trial: Trial): Promise<void> {
  const [before, after] = [trial.world.random(1000), trial.world.random(1000)];
  const { remote, folder, signal } = trial;
  await remote.put(`${folder}/again`, before, signal);
  // Whatever may keep an answer has one to keep.
  await remote.get(`${folder}/again`, signal);
  await writesAndReads(trial, 'again', after, (read) =>
    read && areSame(read, before) ? 'stale' : judge(after, read),
  );
}

async function takesLargeFiles(trial: Trial): Promise<void> {
  let refusal: RemoteError | undefined;
  for (const size of [largest, ...smaller]) {
    const written = trial.world.random(size);
    try {
      await writesAndReads(trial, 'large', written, (read) => judge(written, read));
      if (refusal) trial.found('takesSmallFiles', String(size));
      return;
    } catch (error) {
      if (!(error instanceof RemoteError) || error.kind !== 'tooLarge') throw error;
      refusal ??= error;
    }
  }
  throw refusal;
}

async function writesAndReads(
  { remote, folder, signal, found }: Trial,
  name: string,
  bytes: Bytes,
  verdict: (read: Bytes | undefined) => ProbeOddity | undefined,
): Promise<void> {
  const path = `${folder}/${name}`;
  await remote.put(path, bytes, signal);
  const code = verdict(await remote.get(path, signal));
  if (code) found(code, path);
}

function judge(written: Bytes, read: Bytes | undefined): ProbeOddity | undefined {
  if (!read) return 'late';
  if (areSame(written, read)) return undefined;
  const isBeginning =
    read.length < written.length && areSame(written.subarray(0, read.length), read);
  return isBeginning ? 'truncated' : 'altered';
}

async function listsAll({ remote, folder, world, signal, found }: Trial): Promise<void> {
  const more = Array.from({ length: 8 }, (_, at) => `file-${at}`);
  for (const name of more) await remote.put(`${folder}/${name}`, world.random(10), signal);
  const listed = await remote.list(folder, signal);
  const names = new Set(listed.map(({ name }) => name));
  const wanted = ['first', 'again', 'large', ...more];
  const missing = wanted.filter((name) => !names.has(name));
  if (missing.length > 0) found('listsNotAll', missing.join(', '));
  const copies = listed.filter(({ name }) => !wanted.includes(name));
  if (copies.length > 0) found('keepsBoth', copies.map(({ name }) => name).join(', '));
  const files = listed.filter(({ isFolder }) => !isFolder);
  if (files.some(({ tag, changedAt }) => tag === undefined && changedAt === undefined))
    found('tellsNoChanges');
}

async function removes(trial: Trial): Promise<void> {
  const { remote, folder, signal, found } = trial;
  await remote.remove(`${folder}/first`, signal);
  if (await remote.get(`${folder}/first`, signal)) found('keepsRemoved', `${folder}/first`);
  await tidied(trial);
  if ((await remote.list(folder, signal)).length > 0) found('leftBehind', folder);
}

async function tidied({ remote, folder, signal }: Trial): Promise<void> {
  for (const { name } of await remote.list(folder, signal))
    await remote.remove(`${folder}/${name}`, signal);
  await remote.remove(folder, signal);
}

async function comparesClocks({ remote, world, found }: Trial): Promise<void> {
  if (remote.serverTime === undefined) return;
  const apart = Math.abs(remote.serverTime - world.now());
  if (apart > farApart) found('clocksDiffer', String(Math.round(apart / 60_000)));
}

function codeOf({ kind }: RemoteError, address: string): ProbeCode {
  const isSecure = /^https:/i.test(address);
  return kind === 'unreachable' && isSecure ? 'unreachableOrUntrusted' : kind;
}

/** This computer is no network. */
function isUnprotected(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
