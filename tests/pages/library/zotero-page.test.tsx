// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { zoteroOrigin } from '../../../exports/zotero/connector';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { openLibrary, useFreshPages } from '../../support/pages';
import { paper, sightOn } from '../../support/store';
import { setTags } from '../../support/tags';
import { ZoteroStandIn } from '../../support/zotero';

useFreshPages();

let zotero: ZoteroStandIn;
const request = vi.fn<() => Promise<boolean>>();

beforeEach(async () => {
  zotero = new ZoteroStandIn();
  const origin = await zotero.start();
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((address, init) =>
    real(String(address).replace(zoteroOrigin, origin), init),
  );
  vi.spyOn(console, 'error').mockImplementation(() => {});
  request.mockReset().mockResolvedValue(true);
  Object.assign(fakeBrowser.permissions, { request });
  await sightOn('2026-03-27', 1000, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:3'));
  await decide(['arxiv:1', 'arxiv:2', 'arxiv:3'], 'unread', 1100);
  await setTags('arxiv:1', ['agents'], 1200);
  await saveNote('arxiv:1', 'Table *4*', 0, '—', 1300);
});
afterEach(() => zotero.stop());

describe('sending to Zotero', () => {
  it('sends the open paper with tags and note, and says where it is', async () => {
    const { reader } = await openLibrary('?paper=arxiv:1');
    await reader.sees('Table');
    await reader.press('Send to Zotero');
    await reader.sees('Sent 1 paper to Zotero: My Library › Attention.');
    expect(request).toHaveBeenCalledWith({ origins: ['http://127.0.0.1:23119/*'] });
    expect(zotero.items).toMatchObject([
      { fields: { title: 'Paper arxiv:1' }, tags: ['agents'], notes: [expect.any(String)] },
    ]);
  });

  it('leaves those selected that are not there', async () => {
    const { reader, service } = await openLibrary();
    await reader.press('Select');
    service.state.selected.value = new Set(['arxiv:1', 'arxiv:2', 'arxiv:3']);
    let saves = 0;
    zotero.behaviour.before = (method) =>
      method === 'saveItems' && ++saves === 2 ? 500 : undefined;
    await reader.press('Send to Zotero');
    await reader.sees('Sent 1 of 3 papers to Zotero: My Library › Attention.');
    await reader.sees('Zotero could not save it, and said: 500');
    await reader.sees('2 more may be there or not');
    expect([...service.state.selected.value]).toEqual(['arxiv:2', 'arxiv:3']);
    await waitFor(() => expect(service.state.progress.value).toBeUndefined());
  });

  it('says so where Zotero is not there, or the browser does not allow it', async () => {
    zotero.behaviour.before = () => 412;
    const { reader } = await openLibrary('?paper=arxiv:1');
    await reader.press('Send to Zotero');
    await reader.sees('This Zotero (7.0.11) is too old for that.');
    await zotero.stop();
    await reader.press('Send to Zotero');
    await reader.sees('Zotero does not answer. Start it on this computer');
    request.mockResolvedValue(false);
    await reader.press('Send to Zotero');
    await reader.sees('Your browser does not let Offprint talk to Zotero');
    zotero = new ZoteroStandIn();
    await zotero.start();
  });
});
