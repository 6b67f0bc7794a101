/* What speaks with the storage, and what the documents are made of: loaded when the reader does something with it. */

export { remoteOf } from '../../../store/sync/remote';
export { syncHere } from '../../../store/sync/run';
export {
  beginVault,
  changeCode,
  findVault,
  giveCode,
  join,
  leave,
  planJoin,
  renameDevice,
  tried,
} from '../../../store/sync/set-up';
export { randomBytes } from '../../../store/sync/tools';
export { troubleIn, troubleOf } from '../../../store/sync/trouble';
export { probe, probeSteps } from '../../../sync/remotes/probe';
export { newCode, readCode } from '../../../sync/vault/code';
