import { readFillingState, writeSourceState } from '../../lib/filling-state';
import type { PollProblem } from '../../lib/poll-state';
import type { PaperId } from '../../papers/paper';
import { noteSaid, type Said, type Waiting } from '../../store/filling/queue';
import { get, type Network } from '../fetching/get';
import { nextAfterFailure } from '../poll/pause';
import type { Catalogue } from './sources';

/** What filling meets outside. */
export interface World extends Network {
  clock(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Lets some time pass, in ms. */
  wait(ms: number): Promise<void>;
  /** Whether the browser lets the extension reach an origin. */
  isAllowed(permission: string): Promise<boolean>;
}

/** How it went with one source. */
export interface AskedSource {
  /** Papers that still wait, those included that it was not asked for. */
  readonly left: readonly Waiting[];
  /** Until when it wants to be left alone, in ms since the epoch, where it was not asked for all. */
  readonly heldUntil?: number;
  /** Those that it was not asked for. */
  readonly held: ReadonlySet<PaperId>;
}

/** The largest answer that is read, in bytes: forty papers with long author lists. */
const mostBytes = 4_000_000;

/**
 * Asks one source for all papers that it may know, in as few questions as it takes, each not before its time. What it
 * says is kept after each question.
 * @throws StoreError
 */
export async function askSource(
  catalogue: Catalogue,
  waiting: readonly Waiting[],
  world: World,
): Promise<AskedSource> {
  const left = new Map(waiting.map((one) => [one.record.id, one]));
  const pending = partsOf(catalogue, waiting);
  for (let part = pending.shift(); part; part = pending.shift()) {
    const heldUntil = await turn(catalogue, world);
    const answer = heldUntil === undefined ? await askOnce(catalogue, part, world) : undefined;
    if (answer === 'halve') {
      const half = Math.ceil(part.length / 2);
      pending.unshift(part.slice(0, half), part.slice(half));
      continue;
    }
    if (!answer || answer === 'offline') {
      const held = new Set([part, ...pending].flat().map(({ record }) => record.id));
      const { notBefore } = (await readFillingState())[catalogue.name] ?? {};
      const until = heldUntil ?? notBefore;
      return { left: [...left.values()], held, ...(until ? { heldUntil: until } : {}) };
    }
    const still = await noteSaid(catalogue.name, answer.said, world.clock());
    for (const { record } of part) left.delete(record.id);
    for (const one of still) left.set(one.record.id, one);
  }
  return { left: [...left.values()], held: new Set() };
}

/** The papers that a source may know and was not asked for in this try, by questions. */
function partsOf(
  { name, most, keyOf, isAlone }: Catalogue,
  waiting: readonly Waiting[],
): Waiting[][] {
  const parts: Waiting[][] = [];
  let open: Waiting[] | undefined;
  for (const one of waiting) {
    const key = keyOf(one.record);
    if (key === undefined || one.filling.asked?.some(({ source }) => source === name)) continue;
    if (isAlone?.(key)) parts.push([one]);
    else if (open && open.length < most) open.push(one);
    else {
      open = [one];
      parts.push(open);
    }
  }
  return parts;
}

/** A source is left alone for a day at most; what says more was said by a wrong clock. In ms. */
const longest = 25 * 3_600_000;

/**
 * Waits for a source's turn, and notes that it is asked now, before it is: whoever comes after a killed worker waits, too.
 * @returns Until when it is not to be asked, where that is longer than between two questions.
 */
async function turn({ name, gap }: Catalogue, world: World): Promise<number | undefined> {
  const state = (await readFillingState())[name] ?? { failures: 0 };
  const { notBefore = 0, askedAt = 0 } = state;
  const now = world.clock();
  if (notBefore > now && notBefore - now <= longest) return notBefore;
  // An instant of the future is one of a wrong clock.
  const wait = askedAt > now ? 0 : askedAt + gap - now;
  if (wait > 0) await world.wait(wait);
  await writeSourceState(name, { ...state, askedAt: world.clock() });
  return undefined;
}

type OneAnswer = { readonly said: readonly Said[] } | 'halve' | 'offline';

async function askOnce(
  catalogue: Catalogue,
  part: readonly Waiting[],
  world: World,
): Promise<OneAnswer> {
  const { name, accept, reads } = catalogue;
  const keys = part.map(({ record }) => catalogue.keyOf(record) ?? '');
  const address = catalogue.address(keys);
  const got = await get({ address, accept, reads, mostBytes }, world, world.clock());
  if (got.kind === 'problem') return failed(catalogue, part, got.problem, got.retryAfter, world);
  const { status, text } = got;
  const isUnknown = status === 404 && part.length === 1;
  const papers = isUnknown ? [] : text === undefined ? undefined : catalogue.read(text);
  const isWrong = papers === 'error' || (papers === undefined && status === 400);
  if (isWrong && part.length > 1) return 'halve';
  if (papers === undefined && !isWrong)
    return failed(catalogue, part, text === undefined ? 'broken' : 'changed', undefined, world);
  await writeSourceState(name, { askedAt: world.clock(), failures: 0 });
  const told = isWrong || typeof papers === 'string' ? [] : (papers ?? []);
  return {
    said: part.map(({ record: { id } }, at): Said => {
      const wanted = catalogue.idOf(keys[at] ?? '');
      const found = told.find((paper) => paper.id.toLowerCase() === wanted.toLowerCase());
      if (found) return { id, outcome: 'told', paper: { ...found, source: catalogue.said } };
      const isOther = part.length === 1 && told.length > 0 && !catalogue.isSearch;
      return { id, outcome: isOther ? 'other' : 'unknown' };
    }),
  };
}

/** No network costs nobody a try; whatever else went wrong counts as one, and has the source left alone for a while. */
async function failed(
  { name }: Catalogue,
  part: readonly Waiting[],
  problem: PollProblem,
  retryAfter: number | undefined,
  world: World,
): Promise<OneAnswer> {
  const { failures = 0 } = (await readFillingState())[name] ?? {};
  const now = world.clock();
  const notBefore = nextAfterFailure(problem, failures + 1, retryAfter, now, world.random());
  const state = { askedAt: now, failures: failures + 1, problem, notBefore };
  await writeSourceState(name, state);
  if (problem === 'offline') return 'offline';
  return { said: part.map(({ record: { id } }) => ({ id, outcome: 'failed' })) };
}
