import { paperStates } from '../../papers/paper';

/** The names of the counters. */
export const counterNames = [
  ...paperStates,
  'starred',
  'queued',
  'muted',
  'followed',
  'missedMuted',
] as const;
export type CounterName = (typeof counterNames)[number];
