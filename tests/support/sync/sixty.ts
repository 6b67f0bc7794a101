import type { Done, Outcome } from '../../../sync/round/report';
import type { Device } from './device';
import { someDevices } from './world';

export const ids = Array.from({ length: 60 }, (_, at) => `arxiv:${at}`);

/** Two devices that have the same sixty papers. */
export async function withPapers() {
  const { world, devices } = await someDevices(2);
  const [one, other] = devices as [Device, Device];
  for (const id of ids) one.stand(id, 'unread');
  await one.round();
  await other.round();
  return { world, one, other };
}

/** What a round did. */
export function doneOf(outcome: Outcome): Done {
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.done;
}
