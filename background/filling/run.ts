import { readOptions } from '../../lib/options';
import { mostTries } from '../../papers/filling/filling';
import type { PaperId } from '../../papers/paper';
import {
  fillFrom,
  nextDue,
  type Settled,
  settle,
  takeDue,
  type Waiting,
} from '../../store/filling/queue';
import { afterQuiet } from '../poll/pause';
import { askSource, type World } from './ask';
import { type Catalogue, catalogues } from './sources';

const minute = 60_000;
const hour = 60 * minute;
/** How many papers are taken at once, and when they are due again where the worker is killed meanwhile. */
const mostTaken = 40;
const lease = 10 * minute;
/** Until nobody's answer is asked for again: four times as long with each try, up to days. */
const firstPatience = hour;

/**
 * When papers that wait are asked for next, in ms since the epoch; not in the reader's quiet hours.
 * @returns `undefined` when none waits.
 */
export async function nextFilling(now: number): Promise<number | undefined> {
  const due = await nextDue();
  if (due === undefined) return undefined;
  const { quietHours } = await readOptions();
  const quiet = afterQuiet(now, quietHours);
  return quiet > now ? Math.max(due, quiet) : due;
}

let running: Promise<void> | undefined;

/**
 * Asks for what is missing of papers that are due, source after source, until it is known. Whoever asks while this is
 * under way waits for it. Killed on the way it goes on later: the store tells what is due, and who was asked.
 * @throws StoreError
 */
export function fill(world: World): Promise<void> {
  running ??= fillDue(world).finally(() => {
    running = undefined;
  });
  return running;
}

async function fillDue(world: World): Promise<void> {
  const { quietHours, fillsNotFrom } = await readOptions();
  if (afterQuiet(world.clock(), quietHours) > world.clock()) return;
  const allowed: Catalogue[] = [];
  for (const catalogue of catalogues)
    if (!fillsNotFrom.includes(catalogue.name) && (await world.isAllowed(catalogue.permission)))
      allowed.push(catalogue);
  await fillFrom(allowed.map(({ name }) => name));
  for (;;) {
    const now = world.clock();
    const taken = await takeDue(now, mostTaken, now + lease);
    if (!taken.length) return;
    await fillTaken(taken, allowed, world);
  }
}

async function fillTaken(
  taken: readonly Waiting[],
  allowed: readonly Catalogue[],
  world: World,
): Promise<void> {
  let waiting = taken;
  const held = new Map<PaperId, number>();
  for (const catalogue of allowed) {
    const asked = await askSource(catalogue, waiting, world);
    waiting = asked.left;
    for (const id of asked.held)
      held.set(id, Math.max(held.get(id) ?? 0, asked.heldUntil ?? world.clock() + minute));
  }
  await settle(waiting.map((one) => settledOf(one, held.get(one.record.id), allowed, world)));
}

function settledOf(
  { filling, record }: Waiting,
  heldUntil: number | undefined,
  allowed: readonly Catalogue[],
  world: World,
): Settled {
  const { id, tries, asked = [] } = filling;
  if (heldUntil !== undefined) return { id, tries, due: heldUntil };
  const able = catalogues.filter(({ keyOf }) => keyOf(record) !== undefined);
  const off = able
    .filter((one) => !allowed.includes(one))
    .map(({ name }) => ({ source: name, outcome: 'off' as const }));
  const why = [...asked, ...off];
  // Nobody that knows such papers may be asked.
  if (!asked.length) return { id, tries, why };
  const next = tries + 1;
  if (next >= mostTries) return { id, tries: next, why };
  const patience = firstPatience * 4 ** tries * (0.8 + 0.4 * world.random());
  return { id, tries: next, why, due: world.clock() + Math.round(patience) };
}
