import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeSyncState } from '../../../lib/sync-state';
import { syncHere } from '../../../store/sync/run';
import { beginVault } from '../../../store/sync/set-up';
import { readOwn } from '../../../store/sync/synced';
import { decide } from '../../../store/words/decide';
import { WebdavRemote } from '../../../sync/remotes/webdav';
import { DavStandIn } from '../../support/dav/server';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { elsewhere } from '../../support/sync/elsewhere';

useFreshStore();

const code = '1234-5678-9ABC-DEFG-HJKM-NPQR-ST2G';
const { signal } = new AbortController();
const owner = { user: 'ada', password: 'x' };
let server: DavStandIn;

beforeEach(async () => {
  server = await new DavStandIn().start();
  server.account = owner;
});
afterEach(() => server.stop());

it('are left out, and sent again, as the reader wished while the storage could not be reached', async () => {
  const account = {
    ...{ kind: 'webdav' as const, address: server.origin, folder: 'Offprint', ...owner },
  };
  await sightOn('2026-03-27', 1000, { ...paper('arxiv:1'), abstract: 'We show it.' });
  await decide(['arxiv:1'], 'saved', 1100);
  await beginVault({ account, app: '0.1.0', signal }, code, 'Desk');
  await syncHere({ app: '0.1.0' });
  const cards = async (name: string) => {
    const { local } = await elsewhere(new WebdavRemote(account), {
      code,
      name,
      now: 1_700_000_000_000,
    });
    return JSON.stringify([...local.state.cards.values()]);
  };
  expect(await cards('one')).toContain('We show it.');
  for (const isWithoutAbstracts of [true, false]) {
    await changeSyncState({ isWithoutAbstracts });
    server.account = { user: 'ada', password: 'another' };
    expect(await syncHere({ app: '0.1.0' })).toMatchObject({ kind: 'failed' });
    expect(await readOwn()).toMatchObject({ isWholeDue: true });
    server.account = owner;
    expect(await syncHere({ app: '0.1.0' })).toMatchObject({ kind: 'done' });
    expect((await cards(`later ${isWithoutAbstracts}`)).includes('We show it.')).toBe(
      !isWithoutAbstracts,
    );
    expect(await readOwn()).not.toHaveProperty('isWholeDue');
  }
});
