import type { PaperId } from '../../papers/paper';
import { changeMany } from '../../store/actions/change';
import type { Watch } from '../../store/actions/in-slices';
import { connection } from '../../store/database/connection';
import { listSaved } from '../../store/records/queries';

type Ids = readonly PaperId[];

/** Puts papers among those to read next. */
export const queue = (ids: Ids, now: number, watch: Watch = {}) =>
  changeMany(ids, { kind: 'queue', on: true }, now, watch);

/** Takes papers from those to read next. */
export const unqueue = (ids: Ids, now: number) =>
  changeMany(ids, { kind: 'queue', on: false }, now);

/** Puts papers away until an instant. */
export const snooze = (ids: Ids, until: number, now: number) =>
  changeMany(ids, { kind: 'snooze', until }, now);

/** Takes papers out of the bin. */
export const restore = (ids: Ids, now: number) => changeMany(ids, { kind: 'restore' }, now);

/** The papers to read next, in their order. */
export const listQueue = async () => (await connection()).getAllFromIndex('papers', 'queue');

/** A page of the bin, the last one deleted first. */
export const listDeleted = (size: number, after?: IDBValidKey) =>
  listSaved({ state: 'deleted' }, size, after);
