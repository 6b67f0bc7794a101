import { remoteOf } from '../../../store/sync/remote';
import { syncHere } from '../../../store/sync/run';
import {
  beginVault,
  changeCode,
  findVault,
  giveCode,
  join,
  leave,
  planJoin,
  removeDevice,
  renameDevice,
  tried,
} from '../../../store/sync/set-up';
import { randomBytes } from '../../../store/sync/tools';
import { troubleIn, troubleOf } from '../../../store/sync/trouble';
import { probe, probeSteps } from '../../../sync/remotes/probe';
import { newCode, readCode } from '../../../sync/vault/code';

/** What speaks with the storage, and what the documents are made of: loaded when the reader does something with it. */
export const engine = {
  ...{
    beginVault,
    changeCode,
    findVault,
    giveCode,
    join,
    leave,
    planJoin,
    removeDevice,
    renameDevice,
    tried,
  },
  ...{ probe, probeSteps, remoteOf, syncHere },
  ...{ newCode, randomBytes, readCode, troubleIn, troubleOf },
};

export type Engine = typeof engine;
